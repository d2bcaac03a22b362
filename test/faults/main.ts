import { version } from '../../package.json';
import { platformTable, writePages, type PlatformResults } from './page';
import { runPolls } from './polls/run-polls';
import type { Choice } from './run-chosen';
import { runMatrix, underTest } from './run-matrix';

/**
 * `npm run faults`: all cells, the tables into reports/faults.md, their sums into docs/reliability.md. With texts behind
 * it, `npm run faults -- <platform> report 429`, only the cells of platforms, operations (`poll.<event>` of triggers) and
 * faults whose names hold them, and the pages stay as they are.
 */
async function main(parts: readonly string[]): Promise<void> {
	const [platformPart = '', operationPart = '', faultPart = ''] = parts;
	const holds = (name: string, part: string) => name.toLowerCase().includes(part.toLowerCase());
	const all: PlatformResults[] = [];
	for (const platform of underTest.filter(({ of }) => holds(of.title, platformPart))) {
		const startedAt = Date.now();
		const choice: Choice = {
			operation: ({ name }) => holds(name, operationPart),
			fault: ({ name, group }) => holds(`${group} ${name}`, faultPart),
		};
		const operations = [...(await runMatrix(platform, choice)), ...(await runPolls(platform, choice))];
		for (const { operation, undisturbed } of operations)
			if (undisturbed !== undefined) throw new Error(`${operation.name}, undisturbed: ${undisturbed}`);
		const results = operations.flatMap((one) => one.results);
		all.push({ platform, results });
		for (const { complaint } of results) if (complaint !== undefined) console.log(`  ${complaint}`);
		const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
		console.log(`${platform.of.title}: ${results.length} cells in ${seconds} s`);
		if (parts.length === 0) console.log(`\n${platformTable({ platform, results })}\n`);
	}
	if (parts.length === 0) await writePages(all, new Date(), version);
	const cells = all.flatMap(({ results }) => results);
	const wrong = cells.filter(({ complaint }) => complaint !== undefined).length;
	console.log(`${cells.length} cells, ${wrong} wrong`);
	if (wrong > 0) process.exitCode = 1;
}

// A cell that never ended still has its servers open.
void main(process.argv.slice(2)).then(() => process.exit());
