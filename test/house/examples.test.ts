import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { examplesOfN8n, queueExamples, readExamples, triggerExamples } from '../demo/example';
import { startEngine, type WorkflowJson } from '../engine';
import { stickyNote } from '../engine/loaded-package';
import { accounts, platforms } from '../platforms';
import { credentialsById, credentialsByType } from '../platforms/credentials';
import type { OperationUnderTest } from '../platforms/loaded-node';
import { startSandbox } from '../sandbox';
import { ofFile } from '../support/of-file';
import { targetsOf } from './markdown';

type Node = WorkflowJson['nodes'][number];

const RED = 3;

/** What a person who looks for words of their own has to write over. */
const TO_FILL_IN = /FILL IN.*ВПИШИТЕ/;

/** What a marketer wants to know before the first run, in both languages. */
const SAID = {
	english: ['**Fill in:**', '**What it does:**', '**Where it goes:**'],
	russian: ['**Заполните:**', '**Что произойдёт:**', '**Куда:**'],
};

/** Where rows, files and messages stay. The answer of an agent goes to its chat, that of a server to who asked. */
const DESTINATIONS = new Set(
	['googleSheets', 'dataTable', 'postgres', 'telegram', 'emailSend', 's3', 'httpRequest'].map(
		(name) => `n8n-nodes-base.${name}`,
	),
);
const ANSWERING = ['agent', 'mcpTrigger'].map((name) => `@n8n/n8n-nodes-langchain.${name}`);

const RELATIVE = /^(today|yesterday|last|this|sinceLastRun)/;

/** Of one platform: pages, ids and days of an account of some size. */
const MOST_REQUESTS = 40;

const all = [...examplesOfN8n(), ...readExamples(queueExamples), ...readExamples(triggerExamples)].map(
	(example) => ({
		title: example.name ?? '',
		example,
	}),
);

/** Our own nodes, and what each of them does; as a tool of an agent they are of a type of their own. */
function ourNodes({ nodes }: WorkflowJson): { node: Node; operation: OperationUnderTest }[] {
	return nodes.flatMap((node) => {
		// A trigger has no operation and changes nothing.
		const platform = platforms.find(({ type }) => type === node.type.replace(/Tool$/, ''));
		if (platform === undefined) return [];
		const { resource, operation: value } = parametersOf(node);
		const { operations } = platform.sources().node;
		const operation = operations.find((one) => one.resource === resource && one.operation === value);
		if (operation === undefined) throw new Error(`${node.name}: there is no ${String(value)}`);
		return [{ node, operation }];
	});
}

function parametersOf({ parameters = {} }: Node): INodeParameters {
	return parameters as INodeParameters;
}

function changes(workflow: WorkflowJson): Node[] {
	return ourNodes(workflow)
		.filter(({ node, operation }) => operation.writes(parametersOf(node)))
		.map(({ node }) => node);
}

function notes({ nodes }: WorkflowJson): { content: string; color: unknown }[] {
	return nodes
		.filter(({ type }) => type === stickyNote)
		.map((node) => ({ content: String(node.parameters?.content), color: node.parameters?.color }));
}

function before(name: string, { nodes, connections = {} }: WorkflowJson): Node[] {
	const leads = Object.entries(connections).filter(([, { main = [] }]) =>
		main.flat().some((to) => to?.node === name),
	);
	return leads.flatMap(([from]) => {
		const node = nodes.find((one) => one.name === from);
		return node === undefined ? [] : [node, ...before(from, { nodes, connections })];
	});
}

/** Nodes that nothing comes after, on the way of the items. */
function ends({ nodes, connections = {} }: WorkflowJson): Node[] {
	const tools = Object.keys(connections).filter((name) => connections[name]!.main === undefined);
	return nodes.filter(
		({ name, type }) => type !== stickyNote && connections[name]?.main === undefined && !tools.includes(name),
	);
}

describe.each(all)('the example "$title"', ({ example }) => {
	it('says in both languages what it is for, what to fill in, what it does and where it goes', () => {
		const [english = '', russian = ''] = notes(example)[0]!.content.split('\n\n---\n\n');
		for (const said of SAID.english) expect(english).toContain(said);
		for (const said of SAID.russian) expect(russian).toContain(said);
		expect(english).toMatch(/^## [A-Z][^\n]+\n\n[A-Z]/);
		expect(english.replace(/“[^”]*”/g, '')).not.toMatch(/[а-яё]/i);
		expect(russian).toMatch(/^## [^\n]*[а-яё][^\n]*\n\n[А-ЯЁ]/);
	});

	it('ends where its rows stay', () => {
		const last = ends(example);
		expect(last).not.toEqual([]);
		const changed = changes(example);
		for (const node of last)
			expect(DESTINATIONS.has(node.type) || ANSWERING.includes(node.type) || changed.includes(node)).toBe(
				true,
			);
	});
});

it.each(all.filter(({ example }) => changes(example).length > 0))(
	'the example "$title" changes nothing at a platform as it comes',
	({ example }) => {
		for (const node of changes(example)) {
			expect(node.disabled).toBe(true);
			const path = before(node.name, example);
			expect(path.map(({ type }) => type)).toContain('n8n-nodes-base.if');
			expect(path.map(({ parameters }) => JSON.stringify(parameters)).join()).toMatch(TO_FILL_IN);
			expect(notes(example).filter(({ color }) => color === RED)).toHaveLength(1);
		}
	},
);

const dated = ({ example }: (typeof all)[number]) =>
	ourNodes(example).filter(({ node }) => parametersOf(node).dateRange !== undefined);

it.each(all.filter((one) => dated(one).length > 0))(
	'the example "$title" asks for days that go with the calendar, and for few of them where rows come by the million',
	(one) => {
		for (const { node, operation } of dated(one)) {
			const { dateRange, dateFrom, dateTo } = parametersOf(node);
			if (dateRange === 'custom') {
				for (const date of [dateFrom, dateTo]) expect(date).toMatch(/^=/);
				continue;
			}
			expect(dateRange).toMatch(RELATIVE);
			if (operation.manyRows) expect(dateRange).toBe('yesterday');
		}
	},
);

it.each(['docs/examples.md', 'docs/ru/examples.md'])('%s lists them all', (page) => {
	const root = join(__dirname, '..', '..');
	const files = readdirSync(join(root, 'examples'), { recursive: true })
		.map((file) => `examples/${String(file)}`)
		.filter((file) => file.endsWith('.json'));
	const listed = targetsOf(readFileSync(join(root, page), 'utf8')).map((target) =>
		target.replace(/^(\.\.\/)+/, ''),
	);
	expect(listed.filter((target) => /^examples\/.*json$/.test(target)).sort()).toEqual(files.sort());
});

describe('on an account of some size', () => {
	const sandbox = ofFile(async () => startSandbox(accounts('examples')));
	const engine = ofFile(async () => startEngine());

	it.each(readExamples().map((example) => ({ title: example.name, example })))(
		'few requests will do: $title',
		async ({ example }) => {
			const run = await engine.run(example, {
				credentials: credentialsByType(sandbox),
				credentialsById: credentialsById(sandbox),
				binaryMode: 'filesystem',
			});
			expect(run.error).toBeUndefined();
			const asking = ourNodes(example).filter(({ node }) => node.disabled !== true);
			const askedPlatforms = new Set(asking.map(({ node }) => node.type)).size;
			expect(sandbox.requests.length > 0).toBe(askedPlatforms > 0);
			expect(sandbox.requests.length).toBeLessThanOrEqual(MOST_REQUESTS * askedPlatforms);
		},
	);
});

describe('an example with a trigger', () => {
	const sandbox = ofFile(async () => startSandbox(accounts('examples')));
	const engine = ofFile(async () => startEngine());

	it.each(readExamples(triggerExamples).map((example) => ({ title: example.name, example })))(
		'shows an event when it is tried, or says why there is none: $title',
		async ({ example }) => {
			const run = await engine.run(example, {
				credentials: credentialsByType(sandbox),
				credentialsById: credentialsById(sandbox),
			});
			expect(run.error?.message ?? '').toMatch(/^$|There is nothing to show/);
			expect(sandbox.requests.length).toBeGreaterThan(0);
		},
	);
});
