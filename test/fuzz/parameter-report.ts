import { platforms } from '../platforms';
import { withoutWaiting } from '../support/no-waiting';
import { runParameterCampaign } from './parameters/campaign';

const AT_A_TIME = 8;
const SHOWN = 10;

/** Runs every node with random parameters and prints what came of it. @returns whether nothing was found */
export async function fuzzParameters(seed: number, sets: number): Promise<boolean> {
	console.log(`${sets} random parameter sets per node, seed ${seed}`);
	let found = 0;
	await withoutWaiting(async (engine) => {
		for (const platform of platforms) {
			const started = performance.now();
			const findings = await runParameterCampaign(engine, platform, { seed, sets, atATime: AT_A_TIME });
			const { counts, operations, defects, hangs, requests, injections } = findings;
			const seconds = ((performance.now() - started) / 1000).toFixed(0);
			const numbers = Object.entries({
				...counts,
				defects: defects.length,
				hangs: hangs.length,
				requests,
				injections: injections.length,
			});
			const text = numbers.map(([name, number]) => `${name} ${number}`).join(', ');
			console.log(`${platform.title}: ${text} (${operations} operations, ${seconds} s)`);
			for (const defect of [...defects, ...hangs, ...injections].slice(0, SHOWN)) console.log(`  ${defect}`);
			found += defects.length + hangs.length + injections.length;
		}
	});
	console.log(`${platforms.length * sets} sets, ${found} findings\n`);
	return found === 0;
}
