import { DROPPING, fileCase } from '../measurements/files';
import { BARE, HTTP_REQUEST, HTTP_REQUEST_SPLIT, OUR_NODE } from '../measurements/items';
import { DOWNLOAD, JOB_TO_FILE } from '../measurements/jobs';
import { BARE_SUFFIX } from '../measurements/long';
import { ALL_PUBLISHERS, SLOWEST_ALONE } from '../measurements/publishers';
import { SAVING } from '../measurements/event-loop';
import { fourAtATime, oneAtATime } from '../measurements/slices';
import type { Result, Results } from './results';
import { powerOf } from './slope';

/** What has to be seen, and what was. */
export interface Target {
	readonly what: string;
	/** The value and the bound, in words. */
	readonly wanted: string;
	readonly seen: string;
	readonly met: boolean | undefined;
}

/** Shares of the time of a run with pages of 1,000 rows in ASCII, from its CPU profile (`--profiles`) of 2026-12-01. */
const OVERHEAD =
	'Rows are cut into turns, checked, counted and made items, and n8n hands them over; the bare loop does none of that. By ' +
	'the profile, of the time of a run 18 % are JSON.parse, 11 % garbage collection (of items besides rows), 8 % awaits and ' +
	"the async hooks of n8n's engine, 2 % the engine itself, 1.5 % putting bodies together, 1 % the search for numbers that " +
	'JavaScript would round; the rest is receiving and TLS, which both do. A run is over in a second or two, and the node has ' +
	'more code than the loop that is interpreted and compiled at first: see the tables of more rows.';

/** From the CPU profile of 1,000,000 rows in ASCII of 2026-12-01. */
const WRITING =
	'The loop throws its rows away; the node writes them. By the profile, of the time of a run 24 % are JSON.parse with its ' +
	'decoding, 25 % the lines of the file (values as text, quotes where needed, bytes), 16 % waiting for the server.';

/** What stands in the way of a target, for those that can be missed; by the number that it begins with. */
export const OBSTACLES: Readonly<Record<string, string>> = {
	'1a':
		'Receiving 390 kB, decoding them and parsing them is most of the time that a page of 1,000 rows takes (--cpu-prof), and ' +
		'every contender has to do it: the bare loop, which does nothing else, is as far from 3 as the node.',
	'1b': OVERHEAD,
	'1c': OVERHEAD,
	'1d': OVERHEAD,
	'1e': `${OVERHEAD} A page of 1,000 rows is over in some 4 ms, so what is paid once per request and per turn weighs more.`,
	'2a':
		'Of the peak some 50 MB are the space that V8 keeps for young objects, and up to 70 MB buffers with answers, most of ' +
		'which are only waiting for a full garbage collection (v8.getHeapSpaceStatistics, process.memoryUsage).',
	'2b':
		'A longer run meets more of the peaks between two garbage collections. With 200,000 and 800,000 rows (see how cost ' +
		'grows) the memory is the same.',
	'2c': WRITING,
	'2d': WRITING,
	'3':
		'Every line is looked at (UTF-8, number of values), given CRLF and the column _extra, and written; the bare ' +
		'download throws its bytes away.',
	'4':
		'By the times of the requests, one slice after the other takes 70 ms each; four at a time open three more connections ' +
		'first (75 ms), and then go nine rounds of 70 ms. That alone is a ratio of 3.6; answers that arrive together and are ' +
		'parsed in turn, and the start of the engine, take the rest: 0.8 s of processor time on a slow machine, which four at a ' +
		'time need within their one second.',
	'5': 'Decoding the text of a page and the garbage collector take turns that cannot be cut.',
	'6': 'See the CPU column of the tables of items.',
	'8':
		'By the work that was done meanwhile (see the table) a stop takes no longer than a turn; what the clock shows beyond is ' +
		'time in which the machine did something else.',
};

type Check = (results: Results) => Target;

const MEGABYTE = 1e6;

const ratioOf = (ours: Result, other: Result): number => ours.rowsPerSecond / other.rowsPerSecond;

function ratio(
	what: string,
	least: number,
	values: readonly [ours: Result | undefined, other: Result | undefined],
	aside = '',
): Target {
	const [ours, other] = values;
	const wanted = `at least ${least}`;
	if (ours === undefined || other === undefined)
		return { what, wanted, seen: 'not measured', met: undefined };
	const value = ratioOf(ours, other);
	return { what, wanted, seen: `${value.toFixed(2)}${aside}`, met: value >= least };
}

function most(what: string, bound: number, unit: string, value: number | undefined, aside = ''): Target {
	const wanted = `under ${bound} ${unit}`;
	if (value === undefined) return { what, wanted, seen: 'not measured', met: undefined };
	return { what, wanted, seen: `${value.toFixed(1)} ${unit}${aside}`, met: value < bound };
}

const checks: readonly Check[] = [
	(results) => {
		const ours = results.of('items-1000-tls', OUR_NODE);
		const split = results.of('items-1000-tls', HTTP_REQUEST_SPLIT);
		const aside =
			ours === undefined || split === undefined
				? ''
				: ` (${(ours.rowsPerSecond / split.rowsPerSecond).toFixed(2)} where its rows become items too)`;
		return ratio(
			"1a. Items, TLS, pages of 1,000: rows/s against n8n's HTTP Request node",
			3,
			[ours, results.of('items-1000-tls', HTTP_REQUEST)],
			aside,
		);
	},
	...[
		{ number: '1b', pages: 10_000, name: 'tls', rows: 'Cyrillic', least: 1 },
		{ number: '1c', pages: 10_000, name: 'ascii', rows: 'ASCII', least: 0.9 },
		{ number: '1d', pages: 1000, name: 'tls', rows: 'Cyrillic', least: 1 },
		{ number: '1e', pages: 1000, name: 'ascii', rows: 'ASCII', least: 0.85 },
	].map(({ number, pages, name, rows, least }) => (results: Results) => {
		const measurement = `items-${pages}-${name}`;
		const what = `${number}. Items, TLS, pages of ${pages.toLocaleString('en-US')}, ${rows}: rows/s against the bare loop`;
		const [ours, ...others] = results
			.in(measurement)
			.filter((result) => result.name.startsWith(OUR_NODE))
			.map((result) => [result, results.of(measurement, result.reference ?? '')] as const);
		const many = `many-${measurement}`;
		const asides = [
			...others.map(([other, bare]) => [other, bare, `on ${other.name.slice(OUR_NODE.length + 2)}`] as const),
			[results.of(many, OUR_NODE), results.of(many, BARE), 'with eight times the rows'] as const,
		].flatMap(([other, bare, where]) =>
			other === undefined || bare === undefined ? [] : [`${ratioOf(other, bare).toFixed(2)} ${where}`],
		);
		const aside = asides.length === 0 ? '' : ` (${asides.join(', ')})`;
		return ratio(what, least, ours ?? [undefined, undefined], aside);
	}),
	(results) =>
		most('2a. File of the most rows (CSV): memory above idle', 150, 'MB', peak(results, 'file-large')),
	(results) => {
		const small = peak(results, 'file-small');
		const large = peak(results, 'file-large');
		const what = '2b. The same against a fifth of the rows';
		const wanted = 'not higher (10% for noise)';
		if (small === undefined || large === undefined)
			return { what, wanted, seen: 'not measured', met: undefined };
		const seen = `${large.toFixed(0)} MB against ${small.toFixed(0)} MB`;
		return { what, wanted, seen, met: large <= small * 1.1 };
	},
	...[
		{ number: '2c', name: 'small', rows: 'Cyrillic' },
		{ number: '2d', name: 'ascii', rows: 'ASCII' },
	].map(({ number, name, rows }) => (results: Results) => {
		const what = `${number}. File (CSV), ${rows}: rows/s against a loop that receives, parses and drops`;
		const measurement = `file-${name}`;
		return ratio(what, 0.75, [csvOf(results, measurement), results.of(measurement, DROPPING)]);
	}),
	(results) =>
		ratio('3. v2 job to file: rows/s against the bare download + gunzip', 0.8, [
			results.of('job-file', JOB_TO_FILE),
			results.of('job-file', DOWNLOAD),
		]),
	(results) =>
		ratio('4. 36 slices at 60 ms: concurrency 4 against 1', 3.5, [
			results.of('slices', fourAtATime),
			results.of('slices', oneAtATime),
		]),
	(results) => {
		const loop = results.of('event-loop', OUR_NODE)?.loop;
		const saving = results.of('saving', SAVING);
		const aside =
			(loop === undefined ? '' : ` (longest ${loop.max.toFixed(0)} ms)`) +
			(saving === undefined
				? ''
				: `; n8n's own saving of ${saving.rows.toLocaleString('en-US')} items blocks ${saving.ms.toFixed(0)} ms`);
		return most('5. Event loop delay p99 while 10 MB pages arrive', 50, 'ms', loop?.p99, aside);
	},
	(results) => {
		const ours = results.of('items-10000-tls', OUR_NODE);
		const bare = results.of('items-10000-tls', BARE);
		const own = ours === undefined || bare === undefined ? undefined : ours.cpuPerRow - bare.cpuPerRow;
		return most('6. Own work per row (processor time above that of the bare loop)', 10, 'µs', own);
	},
	(results) => longest(results, '7a. Long answers: longest turn of the event loop', 50, 'max'),
	(results) => longest(results, '7b. Long answers of a second and more: event loop p99', 20, 'p99'),
	(results) => {
		const worst = worstOf(results.in('stop'), ({ stops }) => Math.max(...stops.map(({ ms }) => ms)));
		return most('8. Stop: longest time until the execution has ended', 100, 'ms', worst?.value, worst?.aside);
	},
	(results) => {
		const all = results.of('publishers', ALL_PUBLISHERS);
		const slowest = results.of('publishers', SLOWEST_ALONE);
		const times = all === undefined || slowest === undefined ? undefined : all.ms / slowest.ms;
		return most('9. Reports of four publishers: time against the slowest one', 1.3, 'times', times);
	},
	(results) => {
		const worst = worstOf(
			results.all
				.filter(({ measurement }) => measurement.hasSlope)
				.map(({ measurement, results: grown }) => ({ name: measurement.name, power: powerOf(grown) })),
			({ power }) => power,
		);
		return most('10. Time grows with the rows to the power of', 1.1, '', worst?.value, worst?.aside);
	},
];

function csvOf(results: Results, measurement: string): Result | undefined {
	return results.in(measurement).find(({ name }) => name.startsWith(fileCase('csv', 0).slice(0, 3)));
}

function peak(results: Results, measurement: string): number | undefined {
	const csv = csvOf(results, measurement);
	return csv === undefined ? undefined : csv.peakBytes / MEGABYTE;
}

/** In less time there are so few looks at the loop that their hundredth part is the first turn alone. */
const ENOUGH_FOR_P99_MS = 1000;

/** By the work of the turns: what they wait for the processor is no fault of theirs. */
function longest(results: Results, what: string, bound: number, of: 'p99' | 'max'): Target {
	const measured = long(results).filter(({ ms }) => of === 'max' || ms >= ENOUGH_FOR_P99_MS);
	const worst = worstOf(measured, ({ processor, loop }) => (processor ?? loop)?.[of]);
	const byClock = worstOf(measured, ({ loop }) => loop?.[of]);
	const aside = `${worst?.aside}; by the clock ${byClock?.value.toFixed(0)} ms${byClock?.aside}`;
	return most(what, bound, 'ms', worst?.value, aside);
}

/** The runs of our nodes. */
function long(results: Results): Result[] {
	return results.all
		.filter(({ measurement }) => measurement.name.startsWith('long-'))
		.flatMap((each) => each.results)
		.filter(({ name }) => !name.endsWith(BARE_SUFFIX));
}

/** @returns undefined where nothing was measured */
function worstOf<Measured extends { readonly name: string }>(
	all: readonly Measured[],
	of: (measured: Measured) => number | undefined,
): { value: number; aside: string } | undefined {
	const values = all.map((measured) => ({ value: of(measured) ?? 0, aside: ` (${measured.name})` }));
	return values.sort((one, other) => other.value - one.value)[0];
}

export const targetsOf = (results: Results): Target[] => checks.map((check) => check(results));
