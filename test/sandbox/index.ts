import { platforms, type WindowOptions, type Windows } from '../platforms';
import { FaultSwitches } from './frame/faults/switches';
import { openOrigin, type Origin } from './frame/origin';
import type { Platform } from './frame/platform';
import { RequestLog, type LoggedRequest } from './frame/request';
import { Service } from './frame/service';

export type { Fault, FaultRule } from './frame/faults/fault';
export type { FaultHandle } from './frame/faults/switches';
export type { LoggedRequest } from './frame/request';

export interface SandboxOptions extends WindowOptions {
	/** By default any free one. Files are served from another port, always a free one. */
	port?: number;
	/** Clock of the platforms, in milliseconds: budgets, expiry, which days are still to come. */
	now?: () => number;
	/** Called when a request has ended. */
	onRequest?: (request: LoggedRequest) => void;
}

export interface Sandbox extends Windows {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** The platforms' clock, in milliseconds. */
	readonly now: () => number;
	/** Every request in the order of arrival, those to a platform's second origin too. */
	readonly requests: readonly LoggedRequest[];
	readonly faults: Pick<FaultSwitches, 'add' | 'clear'>;
	/** Forgets requests, faults, jobs and spent budgets. */
	reset(): void;
	/** Cuts every connection. */
	close(): Promise<void>;
}

/** Starts the platforms on 127.0.0.1. Errors: EADDRINUSE for a port that is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, now = Date.now, onRequest = () => {} } = options;
	const own = new Map<string, Origin>();
	const made = platforms.map(({ key, create }) => {
		const { services, sandbox } = create(
			options[key as keyof WindowOptions] ?? {},
			now,
			(name) => own.get(name)?.url ?? shared.url,
		);
		return { key, services, sandbox };
	});
	const services = made.flatMap((platform) => platform.services);
	const log = new RequestLog(onRequest);
	const faults = new FaultSwitches();
	const closing = new AbortController();
	const open = async (at: number, served: readonly Platform[]) =>
		openOrigin(at, new Service(served, log, faults, closing.signal).serve);

	const shared = await open(
		port,
		services.filter(({ prefix }) => prefix !== ''),
	);
	for (const service of services.filter(({ prefix }) => prefix === ''))
		own.set(service.name, await open(0, [service]));
	return {
		...(Object.fromEntries(made.map(({ key, sandbox }) => [key, sandbox])) as unknown as Windows),
		url: shared.url,
		now,
		requests: log.requests,
		faults,
		reset: () => {
			log.clear();
			faults.clear();
			for (const service of services) service.reset();
		},
		close: async () => {
			closing.abort();
			await Promise.all([shared, ...own.values()].map(async (origin) => origin.close()));
		},
	};
}
