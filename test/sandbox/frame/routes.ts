import { json, type Answer } from './answer';
import type { PlatformFault } from './faults/fault';
import type { Platform } from './platform';
import type { SandboxRequest } from './request';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A request that has passed the gate. */
export interface Call {
	readonly path: string;
	readonly query: URLSearchParams;
	/** Empty for GET. */
	readonly body: JsonObject;
	readonly fault?: PlatformFault;
}

/** One endpoint. */
export interface Route {
	readonly method: 'GET' | 'POST';
	readonly path: RegExp;
	/** Query parameters of its own; others are refused. */
	readonly query?: readonly string[];
	/** Faults that mean something here, besides those that every endpoint can play. */
	readonly faults?: readonly PlatformFault['kind'][];
	answer(call: Call): Answer;
}

/** Thrown by whatever finds the request wanting. */
export class AnsweredRefusal extends Error {
	constructor(
		readonly answer: Answer,
		message: string,
	) {
		super(message);
	}
}

/** A platform whose endpoints are known by path and method and take JSON. */
export abstract class RoutedPlatform implements Platform {
	abstract readonly name: string;
	abstract readonly prefix: string;
	protected abstract readonly routes: readonly Route[];

	/** Checks whatever comes before the endpoint itself. @returns the body; throws a refusal */
	protected abstract admit(route: Route, request: SandboxRequest): JsonObject;
	protected abstract refusal(status: number, message: string): AnsweredRefusal;
	protected abstract errorBody(code: number, message: string): object;
	abstract reset(): void;

	handle(request: SandboxRequest): Answer {
		try {
			return this.answer(request);
		} catch (error) {
			if (error instanceof AnsweredRefusal) return error.answer;
			throw error;
		}
	}

	private answer(request: SandboxRequest): Answer {
		const { path, query, fault } = request;
		const atPath = this.routes.filter((route) => route.path.test(path));
		if (atPath.length === 0) throw this.refusal(404, 'not found');
		const route = atPath.find(({ method }) => method === request.method);
		if (route === undefined) throw this.refusal(405, 'method not allowed');
		const body = this.admit(route, request);
		if (fault?.kind === 'error-in-200') return json(200, this.errorBody(fault.code, fault.message));
		if (fault?.kind === 'unknown-envelope') return json(200, { result: { items: [{ id: 1 }], total: 1 } });
		// A fault that changes nothing would let a test pass that tests nothing.
		if (fault !== undefined && route.faults?.includes(fault.kind) !== true)
			throw this.refusal(501, `sandbox: the fault ${fault.kind} has no meaning for ${route.path.source}`);
		return route.answer({ path, query, body, ...(fault && { fault }) });
	}

	/** A JSON object, declared as JSON. Errors: 415, 400. */
	protected bodyOf({ headers, body }: SandboxRequest, contentType: RegExp): JsonObject {
		if (!contentType.test(headers['content-type'] ?? '')) throw this.refusal(415, 'unsupported media type');
		let value: unknown;
		try {
			value = JSON.parse(body);
		} catch {
			throw this.refusal(400, 'invalid json');
		}
		if (!isObject(value)) throw this.refusal(400, 'invalid json');
		return value;
	}
}
