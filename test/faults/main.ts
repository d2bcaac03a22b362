import { version } from '../../package.json';
import { platformTable, writePage, type PlatformResults } from './page';
import { platforms } from './platforms';
import { runMatrix } from './run-matrix';

/**
 * `npm run faults`: all cells, and the table into docs/reliability.md. With texts behind it, `npm run faults -- adfox
 * report 429`, only the cells of platforms, operations and faults whose names hold them, and the page stays as it is.
 */
async function main(parts: readonly string[]): Promise<void> {
	const [platformPart = '', operationPart = '', faultPart = ''] = parts;
	const holds = (name: string, part: string) => name.toLowerCase().includes(part.toLowerCase());
	const all: PlatformResults[] = [];
	for (const platform of platforms.filter(({ name }) => holds(name, platformPart))) {
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
	if (parts.length === 0) await writePage(all, new Date(), version);
	const cells = all.flatMap(({ results }) => results);
	const wrong = cells.filter(({ complaint }) => complaint !== undefined).length;
	console.log(`${cells.length} cells, ${wrong} wrong`);
	if (wrong > 0) process.exitCode = 1;
}

void main(process.argv.slice(2));
