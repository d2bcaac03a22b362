import { setTimeout as sleep } from 'node:timers/promises';

import type { InstalledN8n } from '../install/n8n';
import { type Environment, environmentOf } from './environment';
import { freePort } from './free-port';
import { N8nProcess } from './n8n-process';

const startTimeMs = 180_000;

export interface WorkerOptions {
	userFolder: string;
	/** Executions at a time. */
	concurrency: number;
	environment: Environment;
}

async function isReady(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
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
	const deadline = Date.now() + startTimeMs;
	while (!(await isReady(`http://127.0.0.1:${port}/healthz/readiness`))) {
		if (!worker.isRunning || Date.now() > deadline) {
			await worker.stop();
			throw new Error(`The worker did not start:\n${worker.output.slice(-3000)}`);
		}
		await sleep(200);
	}
	return worker;
}
