import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { PlatformUnderTest } from './model';
import type { Result } from './run-matrix';
import { faults } from './table';

const PAGE = join(__dirname, '../../docs/reliability.md');
const BEGIN = '<!-- matrix: begin, written by "npm run faults" -->';
const END = '<!-- matrix: end -->';

export interface PlatformResults {
	readonly platform: PlatformUnderTest;
	readonly results: readonly Result[];
}

/** Puts the matrix between its markers; everything around them is written by hand and stays. */
export async function writePage(all: readonly PlatformResults[], date: Date, version: string): Promise<void> {
	const page = await readFile(PAGE, 'utf8');
	const begin = page.indexOf(BEGIN);
	const end = page.indexOf(END);
	if (begin < 0 || end < begin) throw new Error('docs/reliability.md has lost the markers of the matrix.');
	const cells = all.flatMap(({ results }) => results);
	const wrong = cells.filter(({ complaint }) => complaint !== undefined).length;
	const head = `${cells.length} cells, ${wrong} wrong; run on ${date.toISOString().slice(0, 10)} with version ${version} on Node.js ${process.versions.node}.`;
	const text = [BEGIN, head, ...all.map(platformTable), END].join('\n\n');
	const { format, resolveConfig } = await import('prettier');
	const whole = page.slice(0, begin) + text + page.slice(end + END.length);
	await writeFile(PAGE, await format(whole, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

/** A row for each fault, a column for each operation, in each place how many cells there are. */
export function platformTable({ platform, results }: PlatformResults): string {
	const { operations } = platform;
	const rows = faults.map(({ name }) => {
		const marks = operations.map((operation) =>
			mark(results.filter(({ cell }) => cell.operation === operation && cell.fault.name === name)),
		);
		return `| ${[name, ...marks].join(' | ')} |`;
	});
	const legend = operations.map(({ name }, index) => `${index + 1} = ${name}`).join(' · ');
	return [
		`### ${platform.name}: ${results.length} cells`,
		'',
		legend,
		'',
		`| Fault | ${operations.map((_operation, index) => index + 1).join(' | ')} |`,
		`|---|${operations.map(() => '---').join('|')}|`,
		...rows,
	].join('\n');
}

function mark(results: readonly Result[]): string {
	if (results.length === 0) return 'n/a';
	const wrong = results.filter(({ complaint }) => complaint !== undefined).length;
	return wrong === 0 ? `✓ ${results.length}` : `✗ ${wrong} of ${results.length}`;
}
