import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { EngineRun, WorkflowJson } from '../engine';
import { filePreview, hasFile } from './file-preview';
import { isPerformance, performanceTable } from './performance-table';
import { table } from './table';
import { counted, seconds, wrap } from './text';

const examples = join(__dirname, '..', '..', 'examples');

/** Examples that need a whole n8n with its nodes for AI agents; the demo has the engine only. */
export const agentExamples = join(examples, 'agent');

/** Examples that offer their nodes to programs beside n8n. */
export const mcpExamples = join(examples, 'mcp');

/** Examples that need a whole n8n with tables of its own. */
export const tableExamples = join(examples, 'data-table');

/** Examples that need a queue and PostgreSQL, which the demo does not have. */
export const queueExamples = join(examples, 'queue');

/** Examples that begin with a trigger of ours, which the demo has nothing to wait for. */
export const triggerExamples = join(examples, 'triggers');

const indent = '  ';
const shownRows = 5;

/** As much of a workflow's id as n8n's database takes. */
const idLength = 36;

/** The workflows of a folder, in the order of their file names, which become their ids. */
export function readExamples(folder = examples): (WorkflowJson & { id: string })[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => ({
			...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as WorkflowJson),
			id: basename(name, '.json').slice(0, idLength),
		}));
}

/** What can be run in a whole n8n without anything beside it. */
export function examplesOfN8n(): ReturnType<typeof readExamples> {
	return [examples, agentExamples, mcpExamples, tableExamples].flatMap((folder) => readExamples(folder));
}

/** What a workflow asked of the platform. */
export interface Effort {
	requests: number;
	/** Requests that had to be sent again. */
	retries: number;
}

async function rowsOrFiles(run: EngineRun, node: string, width: number): Promise<[number, string[]]> {
	const items = run.items(node);
	if (items.some(hasFile)) {
		const rows = items.reduce((sum, { json }) => sum + Number(json.rows), 0);
		return [rows, await filePreview(run, items, width)];
	}
	const rows = run.json(node);
	if (isPerformance(rows)) return [rows.length, performanceTable(rows, width)];
	const lines = table(rows.slice(0, shownRows), width);
	const more = items.length - shownRows;
	if (more > 0) lines.push(`... and ${counted(more, 'more row', 'more rows')}`);
	return [items.length, lines];
}

function failureOf({ error }: EngineRun, width: number): string[] {
	const { node, message = '', description } = error ?? {};
	const text = [`FAILED: ${node === undefined ? '' : `${node.name}: `}${message}`, description ?? ''];
	return wrap(text.join(' '), width);
}

/** Of every node; with its name where there are several. */
function hintsOf(run: EngineRun, width: number): string[] {
	const told = run.nodes.filter((node) => run.hints(node).length > 0);
	return told.flatMap((node) =>
		run
			.hints(node)
			.flatMap((hint) => hint.split('\n'))
			.flatMap((hint) => {
				const text = told.length > 1 ? `${node}: ${hint}` : hint;
				const [first = '', ...others] = wrap(text, width - indent.length);
				return [`* ${first}`, ...others.map((line) => indent + line)];
			}),
	);
}

/** What a finished workflow looks like: its last node's rows or files, its hints and what it took. */
export async function report(
	run: EngineRun,
	{ requests, retries }: Effort,
	width: number,
): Promise<string[]> {
	const inner = width - indent.length;
	if (run.status !== 'success' || run.lastNode === undefined) {
		return failureOf(run, inner).map((line) => indent + line);
	}
	const [rows, lines] = await rowsOrFiles(run, run.lastNode, inner);
	const took = [
		counted(requests, 'request'),
		counted(retries, 'retry', 'retries'),
		counted(rows, 'row'),
		seconds(run.durationMs),
	];
	return [
		...lines.map((line) => indent + line),
		'',
		...hintsOf(run, inner).map((line) => indent + line),
		`${indent}Took: ${took.join(', ')}`,
	];
}
