import { json, listed, streamedJson, type Answer } from '../../frame/answer';
import { jobFault, type JobFault } from '../../frame/faults/fault';
import { mix, uuid } from '../../frame/hash';
import type { SandboxRequest } from '../../frame/request';
import type { Account } from '../account';
import { Budget, isAuthorized } from '../gate';
import type { AdfoxOptions } from '../options';

import { infoOf } from './columns';
import { metadataOf, reportInfoOf } from './metadata';
import { availableDates, listOf, orderOf, savedOrderOf, type JsonObject } from './order';
import { ReportRefusal } from './refusal';
import { tableOf, type ReportQuery } from './table';

/** A task is EXPIRED after this time (5.1). */
const LIFETIME_MS = 3_600_000;
/** A task that nobody polls stops to count as running after this time. */
const ABANDONED_MS = 600_000;

export interface Task {
	readonly id: string;
	/** The order, as one text. */
	readonly order: string;
	readonly query: ReportQuery;
	/** Milliseconds. */
	readonly orderedAt: number;
	/** Set when the order itself was struck. */
	readonly fault?: JobFault;
	/** How often it was asked for. */
	polls: number;
	/** Its last status was told. */
	isEnded: boolean;
}

export class TaskStore {
	private readonly tasks = new Map<string, Task>();
	private ordered = 0;

	constructor(
		private readonly options: AdfoxOptions,
		private readonly now: () => number,
	) {}

	/** The task of an identical order, as long as it lives (sheet, 7.4). */
	same(order: string): Task | undefined {
		return [...this.tasks.values()].find((task) => task.order === order && !this.isExpired(task));
	}

	/** Tasks that are being worked on. */
	get running(): number {
		const time = this.now();
		return [...this.tasks.values()].filter((task) => !task.isEnded && time - task.orderedAt < ABANDONED_MS)
			.length;
	}

	create(order: string, query: ReportQuery, fault: JobFault | undefined): Task {
		this.ordered++;
		const id = `umr-a-rsr-${uuid(mix(mix(this.options.seed, 0x7a5c), this.ordered))}`;
		const told = { polls: 0, isEnded: false, ...(fault && { fault }) };
		const task = { id, order, query, orderedAt: this.now(), ...told };
		this.tasks.set(id, task);
		return task;
	}

	find(id: string): Task | undefined {
		return this.tasks.get(id);
	}

	isExpired(task: Task): boolean {
		return this.now() - task.orderedAt >= LIFETIME_MS;
	}

	clear(): void {
		this.tasks.clear();
		this.ordered = 0;
	}
}

/** The REST reports, version 2 (sheet, 5.2). `path` begins behind `/v2/reports`. */
export class ReportApi {
	private readonly budget: Budget;
	private readonly tasks: TaskStore;

	constructor(private readonly account: Account) {
		this.budget = new Budget(account.options.reportRequestsPerMinute, account.now);
		this.tasks = new TaskStore(account.options, account.now);
	}

	handle(request: SandboxRequest, path: string): Answer {
		try {
			return this.answer(request, path);
		} catch (error) {
			if (error instanceof ReportRefusal) return error.answer();
			throw error;
		}
	}

	reset(): void {
		this.budget.reset();
		this.tasks.clear();
	}

	private answer(request: SandboxRequest, path: string): Answer {
		const { options } = this.account;
		if (!isAuthorized(options, ['Authorization'], request.headers)) {
			throw new ReportRefusal('UNAUTHORIZED', 'Unauthorized', 401);
		}
		if (!this.budget.spend()) throw tooMany('Too many requests per minute');
		const { fault, method, query } = request;
		if (fault?.kind === 'error-in-200') {
			return json(200, { error: { code: String(fault.code), message: fault.message } });
		}
		if (fault?.kind === 'unknown-envelope') return json(200, { data: { items: [], total: 1 } });
		// A fault that changes nothing would let a test pass that tests nothing.
		if (fault !== undefined && jobFault(fault) === undefined)
			throw new ReportRefusal('SANDBOX', `the fault ${fault.kind} has no meaning here`, 501);
		if (method === 'POST') return this.ordered(path, bodyOf(request), jobFault(fault));
		if (method !== 'GET') throw new ReportRefusal('METHOD_NOT_ALLOWED', 'GET or POST', 405);
		if (path === '/list') return json(200, { result: { reports: listOf(this.account, query) } });
		if (path === '/metadata') return json(200, { result: metadataOf(this.account, query) });
		if (path === '/available-dates')
			return json(200, { result: availableDates(this.account, query) });
		const saved = /^\/report-info\/([^/]+)$/.exec(path)?.[1];
		if (saved !== undefined) {
			return json(200, { result: reportInfoOf(this.account, decodeURIComponent(saved), query) });
		}
		const read = this.ofTask(path, jobFault(fault));
		if (read === undefined) throw new ReportRefusal('NOT_FOUND', 'Not found', 404);
		return read;
	}

	/** A free order is answered with 202, one by name with 200. */
	private ordered(path: string, body: JsonObject, fault: JobFault | undefined): Answer {
		const name = /^\/([^/]+)$/.exec(path)?.[1];
		if (path !== '' && name === undefined) throw new ReportRefusal('NOT_FOUND', 'Not found', 404);
		const query = name === undefined ? orderOf(this.account, body) : savedOrderOf(this.account, name, body);
		const task = this.taskFor(JSON.stringify([name ?? '', sorted(body)]), query, fault);
		return json(name === undefined ? 202 : 200, { result: { taskId: task.id, status: 'PENDING' } });
	}

	private taskFor(order: string, query: ReportQuery, fault: JobFault | undefined): Task {
		const same = this.tasks.same(order);
		if (same !== undefined) return same;
		if (this.tasks.running >= this.account.options.reportTasks)
			throw tooMany('Too many simultaneous reports');
		return this.tasks.create(order, query, fault);
	}

	private ofTask(path: string, fault: JobFault | undefined): Answer | undefined {
		const match = /^\/([^/]+)(\/result)?$/.exec(path);
		if (match === null) return undefined;
		const task = this.tasks.find(match[1]!);
		if (task === undefined) throw new ReportRefusal('TASK_NOT_FOUND', 'Task not found', 404);
		if (match[2] === undefined) return this.poll(task, fault ?? task.fault);
		if (this.tasks.isExpired(task)) throw new ReportRefusal('TASK_EXPIRED', 'Task is expired', 410);
		if (!task.isEnded || task.fault !== undefined) {
			throw new ReportRefusal('REPORT_NOT_READY', 'Report is not ready', 409);
		}
		return this.result(task);
	}

	/** PENDING, RUNNING, SUCCESS. */
	private poll(task: Task, fault: JobFault | undefined): Answer {
		const told = (status: string, more: JsonObject = {}) =>
			json(200, { result: { taskId: task.id, status, ...more } });
		if (this.tasks.isExpired(task)) return told('EXPIRED');
		if (fault?.kind === 'job-never-ends') return told('RUNNING');
		if (fault?.kind === 'job-status') {
			task.isEnded = fault.status !== 'PENDING' && fault.status !== 'RUNNING';
			const error = { code: 'UNKNOWN_ERROR', message: fault.error_message ?? 'Unexpected error' };
			return told(fault.status, fault.status === 'FAILURE' ? { error } : {});
		}
		task.polls++;
		if (task.polls <= this.account.options.reportPolls) return told(task.polls === 1 ? 'PENDING' : 'RUNNING');
		task.isEnded = true;
		return told('SUCCESS');
	}

	private result(task: Task): Answer {
		const { dimensions, metrics } = task.query;
		const { rows, totals } = tableOf(this.account, task.query);
		const columns = [...dimensions, ...metrics].map(infoOf);
		const head = JSON.stringify({ taskId: task.id, columns, totals });
		return streamedJson(listed(`{"result":${head.slice(0, -1)},"rows":[`, rows, ']}}'));
	}
}

function tooMany(message: string): ReportRefusal {
	return new ReportRefusal('TOO_MANY_REQUESTS', message, 429);
}

/** Errors: 415, 400. */
function bodyOf(request: SandboxRequest): JsonObject {
	if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
		throw new ReportRefusal('UNSUPPORTED_MEDIA_TYPE', 'Content-Type must be application/json', 415);
	}
	try {
		const body = JSON.parse(request.body) as unknown;
		if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as JsonObject;
	} catch {
		// Refused below.
	}
	throw new ReportRefusal('INVALID_REQUEST', 'a JSON object is expected');
}

/** The same order whatever the order of its keys. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return (value as unknown[]).map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)] as const));
}
