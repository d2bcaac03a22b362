import type { InstalledN8n } from '../install/n8n';
import { type Environment, environmentOf } from './environment';
import { freePort } from './free-port';
import { N8nProcess, START_MS } from './n8n-process';
import { untilReady } from './until';

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
