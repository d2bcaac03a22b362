import type { WorkflowJson } from '../engine';
import { platforms } from '../platforms';
import { adfox } from '../platforms/adfox';
import { type StoredCredential, storedCredentials } from '../platforms/credentials';
import type { TestPlatform } from '../platforms/platform';
import type { Sandbox } from '../sandbox';
import { examplesOfN8n } from './example';

/** Its credential is left to whoever tries the product: making one is a part of it. */
export const BY_HAND: TestPlatform = adfox;

/** What lies in the n8n that `npm start` opens. */
export function startContent(sandbox: Sandbox): {
	credentials: StoredCredential[];
	workflows: WorkflowJson[];
} {
	return {
		credentials: storedCredentials(sandbox).filter(({ type }) => type !== BY_HAND.credentialType),
		workflows: examplesOfN8n().map((workflow) =>
			platformsOf(workflow) > 1 ? withoutNodes(workflow, isByHand) : withoutCredential(workflow),
		),
	};
}

type Node = WorkflowJson['nodes'][number];

const isByHand = (node: Node) => platformOf(node) === BY_HAND;

/** Of a node, its trigger, or the node as a tool. */
function platformOf({ type }: Node): TestPlatform | undefined {
	return platforms.find((one) => type.replace(/(Trigger|Tool)$/, '') === one.type);
}

function platformsOf({ nodes }: WorkflowJson): number {
	return new Set(nodes.map(platformOf).filter((platform) => platform !== undefined)).size;
}

function withoutCredential(workflow: WorkflowJson): WorkflowJson {
	return {
		...workflow,
		nodes: workflow.nodes.map(({ credentials, ...node }) =>
			isByHand(node) ? node : { ...node, credentials },
		),
	};
}

/** As a person deletes them who does not have the platform. */
function withoutNodes(workflow: WorkflowJson, isGone: (node: Node) => boolean): WorkflowJson {
	const gone = new Set(workflow.nodes.filter(isGone).map(({ name }) => name));
	const connections = Object.entries(workflow.connections ?? {})
		.filter(([from]) => !gone.has(from))
		.map(([from, { main = [], ...others }]) => [
			from,
			{ ...others, main: main.map((to) => to?.filter(({ node }) => !gone.has(node)) ?? null) },
		]);
	return {
		...workflow,
		nodes: workflow.nodes.filter((node) => !isGone(node)),
		connections: Object.fromEntries(connections) as WorkflowJson['connections'],
	};
}

/** The fields of each credential dialog, as they open the sandbox. */
export function dialogs(sandbox: Sandbox, shown: readonly TestPlatform[] = platforms): string {
	return shown
		.map((platform) => {
			const fields = Object.entries(platform.shown(sandbox));
			const width = Math.max(...fields.map(([label]) => label.length));
			const lines = fields.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
			return [`${platform.title} API`, ...lines].join('\n');
		})
		.join('\n\n');
}

/** What `npm start` says about credentials. */
export function credentialsText(sandbox: Sandbox): string {
	const made = platforms.filter((platform) => platform !== BY_HAND);
	return `One credential is left to be made by hand: open a workflow of ${BY_HAND.title}, press "Connect to ${BY_HAND.title}" in its node,
enter this and press Save, which tests it and closes the dialog when it works:

${dialogs(sandbox, [BY_HAND])}

The others are made already. To make one of them again, or to spoil one and see what Test says:

${dialogs(sandbox, made)}`;
}
