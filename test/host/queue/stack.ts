import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { WorkflowJson } from '../../engine';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox';
import { type InstalledN8n, installedN8n } from '../install/n8n';
import type { Environment } from '../server/environment';
import { importInto } from '../server/import';
import type { N8nProcess } from '../server/n8n-process';
import { type N8nServer, startServer } from '../server/n8n-server';
import { startWorker } from '../server/n8n-worker';
import { storedCredentials } from '../../platforms/credentials';
import { type Postgres, startPostgres } from '../services/postgres';
import { type Redis, startRedis } from '../services/redis';
import { template } from '../support/template';
import { n8nDatabase, queueCredentials, queueSettings, warehouse } from './settings';
import { Worker } from './worker';

const concurrency = 5;

/** n8n in queue mode: Redis, PostgreSQL, one main process, two workers, the sandbox. */
export interface QueueStack {
	readonly version: string;
	readonly sandbox: Sandbox;
	readonly main: N8nServer;
	readonly workers: readonly Worker[];
	readonly postgres: Postgres;
	/** Stops n8n first: without Redis it would not come to its end. */
	close(): Promise<void>;
}

type Closing = (() => Promise<void> | void)[];

/** Each process has a folder of its own, as on machines of their own: they share the queue and the database only. */
function userFolder(closing: Closing): string {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-queue-'));
	closing.push(() => {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	});
	const nodes = join('.n8n', 'nodes');
	cpSync(join(template().folder, nodes), join(folder, nodes), { recursive: true });
	return folder;
}

async function startServices(closing: Closing): Promise<{ redis: Redis; postgres: Postgres }> {
	const redis = await startRedis();
	closing.push(redis.stop);
	const postgres = await startPostgres();
	closing.push(postgres.stop);
	await postgres.createDatabase(n8nDatabase);
	await postgres.createDatabase(warehouse);
	return { redis, postgres };
}

async function startProcesses(n8n: InstalledN8n, environment: Environment, closing: Closing) {
	const folders = {
		main: userFolder(closing),
		'worker 1': userFolder(closing),
		'worker 2': userFolder(closing),
	};
	const processes: N8nProcess[] = [];
	closing.push(async () => {
		await Promise.all(
			processes.map(async (process_) => {
				await process_.stop();
			}),
		);
	});
	const main = await startServer(n8n, { userFolder: folders.main, environment });
	processes.push(main.process);
	const settings = { ...environment, WEBHOOK_URL: `${main.url}/` };
	const workers = await Promise.all(
		(['worker 1', 'worker 2'] as const).map(async (name) => {
			const options = { userFolder: folders[name], concurrency, environment: settings };
			const process_ = await startWorker(n8n, options);
			processes.push(process_);
			return new Worker(name, process_);
		}),
	);
	await main.rest.setUpOwner();
	await main.rest.logIn();
	return { main, workers };
}

/** Takes half a minute. `workflows` are imported as they are, with the credentials that the examples name. */
export async function startQueueStack(
	workflows: readonly WorkflowJson[],
	sandboxOptions: SandboxOptions = {},
): Promise<QueueStack> {
	const { version } = template();
	const n8n = await installedN8n(version, () => {});
	const closing: Closing = [];
	const close = async () => {
		for (const end of closing.splice(0).reverse()) await end();
	};
	try {
		const sandbox = await startSandbox(sandboxOptions);
		closing.push(sandbox.close);
		const { redis, postgres } = await startServices(closing);
		const environment = queueSettings(redis, postgres);
		const credentials = [...storedCredentials(sandbox), ...queueCredentials(postgres)];
		await importInto(n8n, userFolder(closing), { credentials, workflows }, environment);
		const processes = await startProcesses(n8n, environment, closing);
		return { version, sandbox, postgres, ...processes, close };
	} catch (error) {
		await close();
		throw error;
	}
}
