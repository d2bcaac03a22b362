import { fileCase } from '../measurements/files';
import { BARE, HTTP_REQUEST, HTTP_REQUEST_SPLIT, OUR_NODE } from '../measurements/items';
import { DOWNLOAD, JOB_TO_FILE } from '../measurements/jobs';
import { SAVING } from '../measurements/event-loop';
import { fourAtATime, oneAtATime } from '../measurements/slices';
import type { Result, Results } from './results';

/** What has to be seen, and what was. */
export interface Target {
	readonly what: string;
	/** The value and the bound, in words. */
	readonly wanted: string;
	readonly seen: string;
	readonly met: boolean | undefined;
}

/** What stands in the way of a target, for those that can be missed; by the number that it begins with. */
export const OBSTACLES: Readonly<Record<string, string>> = {
	'1a':
		'Receiving 390 kB, decoding them and parsing them is most of the time that a page of 1,000 rows takes (--cpu-prof), and ' +
		'every contender has to do it: the bare loop, which does nothing else, is as far from 3 as the node.',
	'1b': 'Rows are checked, counted and made items, and n8n hands them over; the bare loop does none of that.',
	'2a':
		'Of the peak some 50 MB are the space that V8 keeps for young objects, and up to 70 MB buffers with answers, most of ' +
		'which are only waiting for a full garbage collection (v8.getHeapSpaceStatistics, process.memoryUsage).',
	'2b':
		'A longer run meets more of the peaks between two garbage collections. With 200,000 and 800,000 rows (see how cost ' +
		'grows) the memory is the same.',
	'3':
		'Every line is looked at (UTF-8, number of values), given CRLF and the column _extra, and written; the bare ' +
		'download throws its bytes away.',
	'4':
		'By the times of the requests, one slice after the other takes 70 ms each; four at a time open three more connections ' +
		'first (75 ms), and then go nine rounds of 70 ms. That alone is a ratio of 3.6; answers that arrive together and are ' +
		'parsed in turn, and the start of the engine, take the rest.',
	'5': 'Decoding the text of a page and the garbage collector take turns that cannot be cut.',
	'6': 'See the CPU column of the tables of items.',
};

type Check = (results: Results) => Target;

const MEGABYTE = 1e6;

function ratio(
	what: string,
	least: number,
	values: readonly [Result | undefined, Result | undefined],
	aside = '',
): Target {
	const [ours, other] = values;
	const wanted = `at least ${least}`;
	if (ours === undefined || other === undefined)
		return { what, wanted, seen: 'not measured', met: undefined };
	const value = ours.rowsPerSecond / other.rowsPerSecond;
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
	(results) =>
		ratio('1b. Items, TLS, pages of 10,000: rows/s against the bare loop', 0.75, [
			results.of('items-10000-tls', OUR_NODE),
			results.of('items-10000-tls', BARE),
		]),
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
];

function peak(results: Results, measurement: string): number | undefined {
	const csv = results.in(measurement).find(({ name }) => name.startsWith(fileCase('csv', 0).slice(0, 3)));
	return csv === undefined ? undefined : csv.peakBytes / MEGABYTE;
}

export const targetsOf = (results: Results): Target[] => checks.map((check) => check(results));
