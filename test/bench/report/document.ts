import type { Results } from './results';
import { slopeOf } from './slope';
import { tableOf, targetsTable } from './table';
import { OBSTACLES, type Target } from './targets';

export interface Circumstances {
	readonly lines: readonly string[];
	/** Contenders that were not there, and how to get them. */
	readonly missing: readonly string[];
}

const METHOD = [
	'Each contender runs in a fresh process, in turns with the others of its table; figures are medians of three runs unless',
	'said otherwise, and ratios compare contenders of one run. A data server in a process of its own, on the same machine,',
	'gives answers that were rendered before (rows of 12 columns, about 390 bytes of JSON each; not compressed, but for job',
	'files), so that it is nobody\'s bottleneck. "Memory above idle" is the highest resident memory (VmHWM) above that after a',
	'small first run; "CPU µs/row" is the processor time of all threads of the contender. Our node and n8n\'s own run built, on',
	"n8n's engine (n8n-core), in the same kind of process; the node verifies TLS as always, with the server's certificate",
	'in NODE_EXTRA_CA_CERTS. The round trip is a relay that holds every byte back by half of it. Delay of the event loop is how',
	'much later than due a timer of 1 ms comes, until the node has settled; "of that work" is',
	'the time that such a turn had the processor for (Linux), which nothing else on the machine adds to.',
];

/** `docs/benchmarks.md`. */
export function documentOf(
	results: Results,
	targets: readonly Target[],
	circumstances: Circumstances,
): string {
	const tables = results.all.flatMap((result) => {
		const { title, note } = result.measurement;
		return [
			`### ${title}`,
			'',
			...(note === undefined ? [] : [note, '']),
			...tableOf(result),
			'',
			...slopeOf(result),
		];
	});
	return [
		'# Benchmarks',
		'',
		'Written by `npm run bench`. `npm run bench -- --only <name>` runs a part (the beginning of a name is enough), `-- --quick`',
		'a small version, `-- --runs <number>` each case so often; none of them touches this file.',
		'',
		'`npm run bench -- --only items-10000-ascii --profiles <folder>` writes a CPU profile of each run there (as `node --cpu-prof`,',
		'but of the measured part alone) and prints the functions that take most time. Profiles open in the Performance panel of',
		"Chrome's developer tools. What is measured takes longer with them.",
		'',
		...circumstances.lines.map((line) => `- ${line}`),
		...circumstances.missing.map((line) => `- ${line}`),
		'',
		'## Targets',
		'',
		...targetsTable(targets),
		'',
		...obstaclesOf(targets),
		'## How it is measured',
		'',
		...METHOD,
		'',
		'## Tables',
		'',
		...tables,
	].join('\n');
}

/** What stands in the way of the targets that were missed. */
function obstaclesOf(targets: readonly Target[]): string[] {
	const missed = targets.filter(({ met }) => met === false);
	if (missed.length === 0) return [];
	const lines = missed.map(({ what }) => {
		const number = what.slice(0, what.indexOf('.'));
		return `- ${number}: ${OBSTACLES[number] ?? ''}`;
	});
	return ['What stands in the way of those missed:', '', ...lines, ''];
}
