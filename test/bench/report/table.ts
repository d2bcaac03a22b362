import type { Measurement } from '../measurements';
import { median, type MeasurementResult, type Result } from './results';
import type { Target } from './targets';

interface Column {
	readonly title: string;
	readonly cell: (result: Result) => string;
}

const milliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;
const turns = (loop: Result['loop']): string =>
	loop === undefined ? '–' : `${loop.p99.toFixed(0)} / ${loop.max.toFixed(0)} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** One measurement as lines of a Markdown table, its columns padded so that it reads well in a terminal too. */
export function tableOf({ measurement, results }: MeasurementResult): string[] {
	const columns = results.some(({ stops }) => stops.length > 0)
		? STOP_COLUMNS
		: columnsOf(measurement, results);
	return markdownTable(
		columns.map(({ title }) => title),
		results.map((result) => columns.map(({ cell }) => cell(result))),
	);
}

const NAME: Column = { title: '', cell: ({ name }) => name };

const STOP_COLUMNS: readonly Column[] = [
	NAME,
	{ title: 'stops', cell: ({ stops }) => String(stops.length) },
	{ title: 'median', cell: ({ stops }) => milliseconds(median(stops.map(({ ms }) => ms))) },
	{ title: 'longest', cell: ({ stops }) => milliseconds(Math.max(...stops.map(({ ms }) => ms))) },
	{
		title: 'most work',
		cell: ({ stops }) => milliseconds(Math.max(...stops.map(({ workMs = 0 }) => workMs))),
	},
];

const REQUEST_COLUMNS: readonly Column[] = [
	{ title: 'requests', cell: ({ requests }) => requests?.toLocaleString('en-US') ?? '–' },
	{ title: 'rows', cell: ({ rows }) => rows.toLocaleString('en-US') },
];

function columnsOf({ showsRequests }: Measurement, results: readonly Result[]): readonly Column[] {
	const ratio = (result: Result) => {
		const reference = results.find(({ name }) => name === result.reference);
		return reference === undefined ? '' : (result.rowsPerSecond / reference.rowsPerSecond).toFixed(2);
	};
	return [
		NAME,
		...(showsRequests === true ? REQUEST_COLUMNS : []),
		{ title: 'rows/s', cell: ({ rowsPerSecond }) => Math.round(rowsPerSecond).toLocaleString('en-US') },
		...(results.some(({ reference }) => reference !== undefined) ? [{ title: 'ratio', cell: ratio }] : []),
		{ title: 'seconds', cell: ({ ms }) => (ms / 1000).toFixed(2) },
		{ title: 'memory above idle', cell: ({ peakBytes }) => megabytes(peakBytes) },
		{ title: 'CPU µs/row', cell: ({ cpuPerRow }) => cpuPerRow.toFixed(2) },
		{ title: 'loop delay p99 / max', cell: ({ loop }) => turns(loop) },
		{ title: 'of that work', cell: ({ processor }) => turns(processor) },
		...(results.some(({ bytes }) => bytes !== undefined)
			? [{ title: 'text', cell: ({ bytes }: Result) => (bytes === undefined ? '–' : megabytes(bytes)) }]
			: []),
	];
}

/** The first column to the left, the others to the right. */
function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const widths = titles.map((title, column) =>
		Math.max(title.length, 3, ...rows.map((cells) => cells[column]!.length)),
	);
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
	const rule = widths.map((width, column) =>
		column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
	);
	return [line(titles), `| ${rule.join(' | ')} |`, ...rows.map(line)];
}

export function targetsTable(targets: readonly Target[]): string[] {
	const verdict = ({ met }: Target) => (met === undefined ? '–' : met ? 'met' : 'missed');
	return markdownTable(
		['', 'wanted', 'seen', ''],
		targets.map((target) => [target.what, target.wanted, target.seen, verdict(target)]),
	);
}
