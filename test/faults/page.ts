import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Cell, FaultEntry, PlatformUnderTest } from './model';
import { POLL } from './polls/watched-event';
import type { Result } from './run-chosen';
import { families, faults } from './table';

const root = join(__dirname, '..', '..');
/** All about the last whole run; git leaves it out. */
const REPORT = join(root, 'reports', 'faults.md');
/** Where people read of it: one screen. */
const PAGE = join(root, 'docs', 'reliability.md');
const BEGIN = '<!-- matrix: begin, written by "npm run faults" -->';
const END = '<!-- matrix: end -->';

export interface PlatformResults {
	readonly platform: PlatformUnderTest;
	readonly results: readonly Result[];
}

/** The whole matrix into a file of its own, and its sums between their markers in the page. */
export async function writePages(
	all: readonly PlatformResults[],
	date: Date,
	version: string,
): Promise<void> {
	const results = all.flatMap((one) => one.results);
	const polls = results.filter(({ cell }) => isPoll(cell)).length;
	const head = `${countOf(results)}, ${polls} of them polls; run on ${date.toISOString().slice(0, 10)} with version ${version} on Node.js ${process.versions.node}.`;
	await mkdir(dirname(REPORT), { recursive: true });
	await writeFile(REPORT, ['# The fault matrix', head, ...all.map(platformTable), ''].join('\n\n'));

	const page = await readFile(PAGE, 'utf8');
	const begin = page.indexOf(BEGIN);
	const end = page.indexOf(END);
	if (begin < 0 || end < begin) throw new Error('docs/reliability.md has lost the markers of the matrix.');
	const text = [BEGIN, head, familyTable(all), END].join('\n\n');
	const { format, resolveConfig } = await import('prettier');
	const whole = page.slice(0, begin) + text + page.slice(end + END.length);
	await writeFile(PAGE, await format(whole, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

/** A row for each family of faults, a column for each platform, in each place how many cells there are. */
export function familyTable(all: readonly PlatformResults[]): string {
	const rows = Object.entries(families).map(([family, what]) => {
		const of = all.map(({ results }) => results.filter(({ cell }) => cell.fault.group === family));
		return [what, ...of.map(mark), mark(of.flat())];
	});
	const sums = all.map(({ results }) => results);
	return table([
		['Faults', ...all.map(({ platform }) => platform.of.title), 'All'],
		...rows,
		['All', ...sums.map(mark), mark(sums.flat())],
	]);
}

/** A row for each fault, a column for each operation. */
export function platformTable({ platform, results }: PlatformResults): string {
	const { of } = platform;
	const operations = [...new Set(results.map(({ cell }) => cell.operation))];
	const marks = ({ name }: FaultEntry) =>
		operations.map((operation) =>
			mark(results.filter(({ cell }) => cell.operation === operation && cell.fault.name === name)),
		);
	return [
		`## ${of.title}: ${countOf(results)}`,
		operations.map(({ name }, index) => `${index + 1} = ${name}`).join(' · '),
		table([
			['Fault', ...operations.map((_operation, index) => String(index + 1))],
			...faults.map((fault) => [fault.name, ...marks(fault)]),
		]),
	].join('\n\n');
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function countOf(results: readonly Result[]): string {
	return `${results.length} cells, ${wrongOf(results)} wrong`;
}

/** `n/a`: the fault has no meaning there. */
function mark(results: readonly Result[]): string {
	if (results.length === 0) return 'n/a';
	const wrong = wrongOf(results);
	return wrong === 0 ? `✓ ${results.length}` : `✗ ${wrong} of ${results.length}`;
}

function isPoll({ operation: { name } }: Cell): boolean {
	return name.startsWith(POLL);
}

function wrongOf(results: readonly Result[]): number {
	return results.filter(({ complaint }) => complaint !== undefined).length;
}
