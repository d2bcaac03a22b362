import type { InstalledN8n } from '../install/n8n';

import { type Environment, environmentOf } from './environment';
import { freePort } from './free-port';
import { N8nProcess, START_MS } from './n8n-process';
import { RestClient } from './rest-client';
import { untilReady } from './program';

export interface ServerOptions {
	userFolder: string;
	/** By default any free one. */
	port?: number;
	environment?: Environment;
}

/** n8n's main process with its editor and REST interface. */
export interface N8nServer {
	readonly url: string;
	readonly rest: RestClient;
	readonly process: N8nProcess;
	stop(): Promise<void>;
}

async function isReady(url: string): Promise<boolean> {
	const health = await fetch(`${url}/healthz/readiness`);
	const settings = health.ok ? await fetch(`${url}/rest/settings`) : undefined;
	return settings?.ok === true && (await settings.text()).startsWith('{"data"');
}

/** Starts n8n on loopback. @throws Error with n8n's last words */
export async function startServer(n8n: InstalledN8n, options: ServerOptions): Promise<N8nServer> {
	const port = options.port ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	const environment = environmentOf(n8n, options.userFolder, await freePort(), {
		N8N_PORT: String(port),
		WEBHOOK_URL: `${url}/`,
		N8N_EDITOR_BASE_URL: `${url}/`,
		...options.environment,
	});
	const process_ = new N8nProcess(n8n, ['start'], environment);
	await untilReady('n8n', process_, async () => isReady(url), START_MS);
	return {
		url,
		rest: new RestClient(url),
		process: process_,
		stop: async () => {
			await process_.stop();
		},
	};
}

export interface WorkerOptions {
	userFolder: string;
	/** Executions at a time. */
	concurrency: number;
	environment: Environment;
}

/** Starts a worker of n8n's queue mode. @throws Error with n8n's last words */
export async function startWorker(n8n: InstalledN8n, options: WorkerOptions): Promise<N8nProcess> {
	const port = await freePort();
	const environment = environmentOf(n8n, options.userFolder, await freePort(), {
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		...options.environment,
	});
	const worker = new N8nProcess(n8n, ['worker', `--concurrency=${options.concurrency}`], environment);
	const url = `http://127.0.0.1:${port}/healthz/readiness`;
	await untilReady('The worker', worker, async () => (await fetch(url)).ok, START_MS);
	return worker;
}
