import { platforms } from '../platforms';
import { scanNode } from '../security/scan';
import { withoutWaiting } from '../support/no-waiting';

/** Looks for secrets in everything that every operation leaves behind, and prints the counts. */
export async function scanSecrets(seed: number): Promise<boolean> {
	let found = 0;
	await withoutWaiting(async (engine) => {
		for (const platform of platforms) {
			const { secrets, strays, silent, ...counts } = await scanNode(engine, platform, seed);
			const numbers = { ...counts, secrets: secrets.length, strays: strays.length };
			const text = Object.entries(numbers).map(([name, number]) => `${name} ${number}`);
			console.log(`${platform.title}: ${text.join(', ')}`);
			for (const finding of [...secrets, ...strays, ...silent]) console.log(`  ${finding}`);
			found += secrets.length + strays.length + silent.length;
		}
	});
	return found === 0;
}
