import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import type { WorkflowJson } from '../../engine';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox';
import { installedN8n } from '../install/n8n';
import type { Environment } from '../server/environment';
import { type Execution, runManually } from '../server/execution';
import { type N8nServer, startServer } from '../server/n8n-server';
import type { RestClient } from '../server/rest-client';
import { template } from './template';

const created = z.object({ id: z.string() });

export interface HostOptions {
	sandbox?: SandboxOptions;
	environment?: Environment;
}

/** A real n8n with the package installed, its owner logged in, and the sandbox that its credentials lead to. */
export interface Host {
	readonly version: string;
	readonly sandbox: Sandbox;
	readonly server: N8nServer;
	readonly rest: RestClient;
	readonly userFolder: string;
	/** Saves a workflow. @returns its id */
	create(workflow: WorkflowJson): Promise<string>;
	/** Saves a workflow and runs it by hand from its first node. */
	run(workflow: WorkflowJson): Promise<Execution>;
	/** The platforms as new; n8n keeps what it has. */
	reset(): void;
	/** Another process of n8n, on the database of the one that ends. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** Saves a workflow. @returns its id */
export async function createWorkflow(rest: RestClient, workflow: WorkflowJson): Promise<string> {
	const content = {
		name: 'Test',
		active: false,
		connections: {},
		settings: { executionOrder: 'v1' },
		...workflow,
	};
	const nodes = workflow.nodes.map((node, index) => ({
		id: `node-${index}`,
		typeVersion: 1,
		position: [index * 220, 0],
		parameters: {},
		...node,
	}));
	return created.parse(await rest.post('/workflows', { ...content, nodes })).id;
}

/** Started once per test file, in 7 to 15 seconds. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
	const { version, folder, sandboxPort } = template();
	const n8n = await installedN8n(version, () => {});
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-host-'));
	cpSync(folder, userFolder, { recursive: true });
	const sandbox = await startSandbox({ ...options.sandbox, port: sandboxPort });
	const close = async () => {
		await sandbox.close();
		rmSync(userFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
	const start = async () => startServer(n8n, { userFolder, environment: options.environment });
	let server: N8nServer;
	try {
		server = await start();
	} catch (error) {
		await close();
		throw error;
	}
	await server.rest.setUpOwner();
	await server.rest.logIn();

	const create = async (workflow: WorkflowJson) => createWorkflow(server.rest, workflow);
	return {
		version,
		sandbox,
		get server() {
			return server;
		},
		get rest() {
			return server.rest;
		},
		userFolder,
		create,
		run: async (workflow) => await runManually(server.rest, await create(workflow), workflow.nodes[0]!.name),
		reset: () => {
			sandbox.reset();
		},
		restart: async () => {
			await server.stop();
			server = await start();
			await server.rest.logIn();
		},
		close: async () => {
			await server.stop();
			await close();
		},
	};
}
