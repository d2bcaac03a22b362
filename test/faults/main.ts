import { version } from '../../package.json';
import { platformTable, writePages, type PlatformResults } from './page';
import { runMatrix, underTest } from './run-matrix';

/**
 * `npm run faults`: all cells, the tables into reports/faults.md, their sums into docs/reliability.md. With texts behind
 * it, `npm run faults -- adfox report 429`, only the cells of platforms, operations and faults whose names hold them, and
 * the pages stay as they are.
 */
async function main(parts: readonly string[]): Promise<void> {
	const [platformPart = '', operationPart = '', faultPart = ''] = parts;
	const holds = (name: string, part: string) => name.toLowerCase().includes(part.toLowerCase());
	const all: PlatformResults[] = [];
	for (const platform of underTest.filter(({ of }) => holds(of.title, platformPart))) {
		const results = await runMatrix(
			platform,
			({ name }) => holds(name, operationPart),
			({ name, group }) => holds(`${group} ${name}`, faultPart),
			(line) => {
				console.log(line);
			},
		);
		all.push({ platform, results });
		if (parts.length === 0) console.log(`\n${platformTable({ platform, results })}\n`);
	}
	if (parts.length === 0) await writePages(all, new Date(), version);
	const cells = all.flatMap(({ results }) => results);
	const wrong = cells.filter(({ complaint }) => complaint !== undefined).length;
	console.log(`${cells.length} cells, ${wrong} wrong`);
	if (wrong > 0) process.exitCode = 1;
}

void main(process.argv.slice(2));
