import { startEngine } from '../engine';
import { scanNode } from '../security/scan';
import { withoutWaiting } from './parameters/no-waiting';
import { nodesUnderTest } from './parameters/nodes-under-test';

/** Looks for secrets in everything that every operation leaves behind, and prints the counts. */
export async function scanSecrets(seed: number): Promise<boolean> {
	const giveBack = withoutWaiting();
	let found = 0;
	try {
		const engine = await startEngine();
		for (const under of nodesUnderTest) {
			const { secrets, strays, silent, ...counts } = await scanNode(engine, under, seed);
			const numbers = { ...counts, secrets: secrets.length, strays: strays.length };
			const text = Object.entries(numbers).map(([name, number]) => `${name} ${number}`);
			console.log(`${under.displayName}: ${text.join(', ')}`);
			for (const finding of [...secrets, ...strays, ...silent]) console.log(`  ${finding}`);
			found += secrets.length + strays.length + silent.length;
		}
	} finally {
		giveBack();
	}
	return found === 0;
}
