import { runMatrix } from './run-matrix';
import { platforms } from './platforms';

/** `npm run faults [platform] [operation] [group]`: only those whose names hold these texts. */
async function main([
	platformPart = '',
	operationPart = '',
	groupPart = '',
]: readonly string[]): Promise<void> {
	const wanted = (name: string, part: string) => name.toLowerCase().includes(part.toLowerCase());
	let wrong = 0;
	for (const platform of platforms.filter(({ name }) => wanted(name, platformPart))) {
		const results = await runMatrix(
			platform,
			({ name }) => wanted(name, operationPart),
			({ name, group }) => wanted(`${group} ${name}`, groupPart),
			(line) => {
				console.log(line);
			},
		);
		wrong += results.filter(({ complaint }) => complaint !== undefined).length;
	}
	console.log(`${wrong} wrong`);
	if (wrong > 0) process.exitCode = 1;
}

void main(process.argv.slice(2));
