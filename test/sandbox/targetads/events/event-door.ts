import { json, type Answer } from '../../frame/answer';
import type { SandboxRequest } from '../../frame/request';
import { AnsweredRefusal, isObject, type JsonObject } from '../../frame/routes';
import type { Project } from '../project';
import { Refusal } from '../refusal';
import { objectionTo } from './check-event';

const PATH = '/api/project/event/upload';
const BATCH_PATH = `${PATH}/batch`;
const MAX_EVENTS = 1000;
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * The service that takes events (3.12). It has a host of its own; here it is below the same address, where the node looks
 * for it with a credential that is not for TargetADS' own. How it words its refusals is not known.
 */
export class EventDoor {
	/** Every event that was taken, in the order of arrival. A repeated one is there twice (T30). */
	readonly taken: JsonObject[] = [];

	constructor(private readonly project: Project) {}

	serves(path: string): boolean {
		return path.startsWith('/api/');
	}

	handle(request: SandboxRequest): Answer {
		try {
			return this.answer(request);
		} catch (error) {
			if (error instanceof AnsweredRefusal) return error.answer;
			throw error;
		}
	}

	private answer({ method, path, query, headers, body, bytes, fault }: SandboxRequest): Answer {
		if (path !== PATH && path !== BATCH_PATH) throw new Refusal(404, 'not found');
		if (method !== 'POST') throw new Refusal(405, 'method not allowed');
		const { options, expiresAt, now } = this.project;
		if (headers.authorization !== `Bearer ${options.token}` || expiresAt <= now())
			throw new Refusal(401, 'invalid or expired token');
		if (query.get('pid') === String(this.project.foreignId))
			throw new Refusal(403, 'access denied to project');
		if (query.toString() !== `pid=${options.projectId}`) throw new Refusal(400, 'project id required');
		if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
			throw new Refusal(415, 'unsupported media type');
		if (bytes.length > MAX_BYTES) throw new Refusal(413, 'request entity too large');
		if (fault !== undefined)
			throw new Refusal(501, `sandbox: the fault ${fault.kind} has no meaning for uploads`);
		const sent = parsed(body);
		return path === PATH ? this.takeOne(sent) : this.takeMany(sent);
	}

	private takeOne(event: unknown): Answer {
		// Arrays have a path of their own (T28), and the time of a streamed event is that of its arrival (T31).
		if (!isObject(event)) throw new Refusal(400, 'event must be an object');
		const objection =
			event.edttm === undefined ? this.objection(event) : 'edttm is not allowed in a single event';
		if (objection !== undefined) throw new Refusal(400, objection);
		this.taken.push(event);
		return json(200, {});
	}

	private takeMany(events: unknown): Answer {
		if (!Array.isArray(events)) throw new Refusal(400, 'events must be an array');
		if (events.length === 0) throw new Refusal(400, 'no events');
		if (events.length > MAX_EVENTS) throw new Refusal(400, 'too many events, maximum is 1000');
		const refused: Record<string, string> = {};
		for (const [index, event] of (events as unknown[]).entries()) {
			const objection = this.objection(event);
			if (objection === undefined) this.taken.push(event as JsonObject);
			else refused[index] = objection;
		}
		const items_upload = events.length - Object.keys(refused).length;
		return json(
			200,
			items_upload === events.length ? { items_upload } : { items_upload, error_items: refused },
		);
	}

	private objection(event: unknown): string | undefined {
		return objectionTo(event) ?? this.project.options.refuseEvent?.(event as JsonObject);
	}
}

function parsed(body: string): unknown {
	try {
		return JSON.parse(body) as unknown;
	} catch {
		throw new Refusal(400, 'invalid json');
	}
}
