import { decoders, runCampaign, type Findings } from './decoders';
import { heapAfterCollection } from './memory';

const HANG_MS = 1000;
/** What caches and compiled code may take, whatever the number of answers. */
const GROWTH_BYTES = 16 * 1024 * 1024;
const SHOWN = 5;

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
