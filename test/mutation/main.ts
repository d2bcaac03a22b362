import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { installedStryker } from './install';
import { writeScores } from './page';
import { everything, sourcesOf, testsOf } from './rooms';
import { percent, scoresOf, survivorsOf, type Report } from './scores';

const root = join(__dirname, '..', '..');
const results = join('reports', 'mutation');

async function stryker(command: string, place: string, incrementalFile: string): Promise<void> {
	const args = ['run', 'test/mutation/stryker.config.mjs', '--mutate', sourcesOf(place)];
	const child = spawn(process.execPath, [command, ...args, '--incrementalFile', incrementalFile], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, MUTATION_TESTS: testsOf(place).join() },
	});
	const code = await new Promise((resolve) => child.once('close', resolve));
	if (code !== 0) throw new Error(`StrykerJS failed at ${place}.`);
}

/**
 * `npm run mutation -- connector/pages nodes/Adfox/failure.ts`: changes the code of folders or files in one place after
 * the other, runs the tests against each change, and lists the changes that no test sees. Without arguments: all of
 * them, which takes hours. Results are kept in reports/mutation, scores of whole rooms in docs/reliability.md.
 */
async function main(places: readonly string[]): Promise<void> {
	const command = await installedStryker();
	mkdirSync(join(root, results), { recursive: true });
	for (const place of places) {
		const file = join(results, `${place.replaceAll('/', '-')}.json`);
		await stryker(command, place, file);
		if (!existsSync(join(root, file))) continue;
		const report = JSON.parse(readFileSync(join(root, file), 'utf8')) as Report;
		const scores = scoresOf(report, new Date().toISOString().slice(0, 10));
		for (const line of survivorsOf(report)) console.log(line);
		for (const score of scores) console.log(`${score.room}: ${percent(score)}`);
		await writeScores(scores.filter(({ room }) => room === place || room.startsWith(`${place}/`)));
	}
}

const places = process.argv.slice(2).map((place) => place.replace(/\/$/, ''));
void main(places.length > 0 ? places : everything);
