import { startEngine } from '../engine';
import { runParameterCampaign } from './parameters/campaign';
import { withoutWaiting } from './parameters/no-waiting';
import { nodesUnderTest } from './parameters/nodes-under-test';

const AT_A_TIME = 8;
const SHOWN = 10;

/** Runs every node with random parameters and prints what came of it. @returns whether nothing was found */
export async function fuzzParameters(seed: number, sets: number): Promise<boolean> {
	console.log(`${sets} random parameter sets per node, seed ${seed}`);
	const giveBack = withoutWaiting();
	let found = 0;
	try {
		const engine = await startEngine();
		for (const under of nodesUnderTest) {
			const started = performance.now();
			const findings = await runParameterCampaign(engine, under, { seed, sets, atATime: AT_A_TIME });
			const { counts, defects, hangs, requests, injections } = findings;
			const seconds = ((performance.now() - started) / 1000).toFixed(0);
			const numbers = Object.entries({
				...counts,
				defects: defects.length,
				hangs: hangs.length,
				requests,
				injections: injections.length,
			});
			const text = numbers.map(([name, number]) => `${name} ${number}`).join(', ');
			console.log(`${under.displayName}: ${text} (${under.operations.length} operations, ${seconds} s)`);
			for (const defect of [...defects, ...hangs, ...injections].slice(0, SHOWN)) console.log(`  ${defect}`);
			found += defects.length + hangs.length + injections.length;
		}
	} finally {
		giveBack();
	}
	console.log(`${nodesUnderTest.length * sets} sets, ${found} findings\n`);
	return found === 0;
}
