import { decoders, runCampaign, type Findings } from './decoders';
import { platforms } from '../platforms';
import { scanNode } from '../security/scan';
import { withoutWaiting } from '../support/no-waiting';
import { heapAfterCollection } from './memory';
import { runParameterCampaign } from './parameters/campaign';

const HANG_MS = 1000;
/** What caches and compiled code may take, whatever the number of answers. */
const GROWTH_BYTES = 16 * 1024 * 1024;
const SHOWN = 10;

/**
 * Damages answers for every decoder and prints what became of them.
 *
 * @param name only decoders whose name holds it
 * @returns whether nothing was found
 */
export async function fuzzDecoders(seed: number, answers: number, name = ''): Promise<boolean> {
	const chosen = decoders.filter((decoder) => decoder.name.includes(name));
	console.log(`${answers} damaged answers per decoder, seed ${seed}`);
	console.log(
		'decoder'.padEnd(34) + columns(['accepted', 'refused', 'cut', 'crash', 'wrong', 'hang', 'heap MB', 's']),
	);
	let found = 0;
	for (const decoder of chosen) {
		// What the first thousand need once is no growth.
		await runCampaign(decoder, { seed: seed + 1, answers: 1000, hangMs: HANG_MS });
		const before = heapAfterCollection();
		const started = performance.now();
		const findings = await runCampaign(decoder, { seed, answers, hangMs: HANG_MS });
		const seconds = (performance.now() - started) / 1000;
		const growth = heapAfterCollection() - before;
		print(findings, growth, seconds);
		found += findings.crashes.length + findings.wrong.length + findings.hangs.length;
		if (growth > GROWTH_BYTES) found += 1;
	}
	console.log(`${chosen.length * answers} answers, ${found} findings\n`);
	return found === 0;
}

function print(findings: Findings, growth: number, seconds: number): void {
	const { accepted, refused, cut, cutAccepted, crashes, wrong, hangs } = findings;
	const heap = (growth / 2 ** 20).toFixed(1);
	const cuts = cutAccepted === 0 ? `${cut}` : `${cut} (${cutAccepted})`;
	const counts = [
		accepted,
		refused,
		cuts,
		crashes.length,
		wrong.length,
		hangs.length,
		heap,
		seconds.toFixed(1),
	];
	console.log(findings.decoder.padEnd(34) + columns(counts));
	for (const text of [...crashes, ...wrong, ...hangs].slice(0, SHOWN)) console.log(`  ${text}`);
}

function columns(values: readonly (string | number)[]): string {
	return values.map((value) => String(value).padStart(15)).join('');
}

const AT_A_TIME = 8;

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
