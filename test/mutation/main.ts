import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { installedStryker } from './install';
import { writeScores } from './page';
import { everything, sourcesOf, testsOf } from './rooms';
import { percent, scoresOf, survivorsOf, type Report } from './scores';

const root = join(__dirname, '..', '..');
const results = join('reports', 'mutation');

/** How many mutants are tried, drawn by a seed. Without it: all. */
interface Sample {
	readonly size: string;
	readonly seed: string;
}

async function stryker(command: string, place: string, file: string, sample?: Sample): Promise<void> {
	const args = ['run', 'test/mutation/stryker.config.mjs', '--mutate', sourcesOf(place)];
	const drawn = sample && { MUTATION_SAMPLE: sample.size, MUTATION_SEED: sample.seed };
	const child = spawn(process.execPath, [command, ...args, '--incrementalFile', file], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, MUTATION_TESTS: testsOf(place).join(), ...drawn },
	});
	const code = await new Promise((resolve) => child.once('close', resolve));
	if (code !== 0) throw new Error(`StrykerJS failed at ${place}.`);
}

/**
 * `npm run mutation -- connector/pages nodes/Adfox/failure.ts`: changes the code of folders or files in one place after
 * the other, runs the tests against each change, and lists the changes that no test sees. Without arguments: all of
 * them, which takes hours. `--sample 150` tries 150 of each place, `--seed 2` another 150. Results are kept in
 * reports/mutation, scores of whole rooms and of samples in docs/reliability.md.
 */
async function main(places: readonly string[], sample?: Sample): Promise<void> {
	const command = await installedStryker();
	mkdirSync(join(root, results), { recursive: true });
	for (const place of places) {
		const file = join(results, `${place.replaceAll('/', '-')}.json`);
		await stryker(command, place, file, sample);
		if (!existsSync(join(root, file))) continue;
		const report = JSON.parse(readFileSync(join(root, file), 'utf8')) as Report;
		const sampled = sample && { place, seed: Number(sample.seed) };
		const scores = scoresOf(report, new Date().toISOString().slice(0, 10), sampled);
		for (const line of survivorsOf(report)) console.log(line);
		for (const score of scores) console.log(`${score.room}: ${percent(score)}`);
		await writeScores(scores.filter(({ room }) => room === place || room.startsWith(`${place}/`)));
	}
}

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const places = positionals.map((place) => place.replace(/\/$/, ''));
const sample = values.sample === undefined ? undefined : { size: values.sample, seed: values.seed };
void main(places.length > 0 ? places : everything, sample);
