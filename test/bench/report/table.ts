import type { MeasurementResult, Result } from './results';
import type { Target } from './targets';

interface Column {
	readonly title: string;
	readonly cell: (result: Result) => string;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** One measurement as lines of a Markdown table, its columns padded so that it reads well in a terminal too. */
export function tableOf({ measurement, results }: MeasurementResult): string[] {
	const reference = results.find(({ name }) => name === measurement.reference);
	const columns: Column[] = [
		{ title: '', cell: ({ name }) => name },
		{ title: 'rows/s', cell: ({ rowsPerSecond }) => Math.round(rowsPerSecond).toLocaleString('en-US') },
		...(reference === undefined
			? []
			: [
					{
						title: 'ratio',
						cell: ({ rowsPerSecond }: Result) => (rowsPerSecond / reference.rowsPerSecond).toFixed(2),
					},
				]),
		{ title: 'seconds', cell: ({ ms }) => (ms / 1000).toFixed(2) },
		{ title: 'memory above idle', cell: ({ peakBytes }) => megabytes(peakBytes) },
		{ title: 'CPU µs/row', cell: ({ cpuPerRow }) => cpuPerRow.toFixed(2) },
		{
			title: 'loop delay p99 / max',
			cell: ({ loop }) => (loop === undefined ? '–' : `${loop.p99.toFixed(0)} / ${loop.max.toFixed(0)} ms`),
		},
		...(results.some(({ bytes }) => bytes !== undefined)
			? [{ title: 'text', cell: ({ bytes }: Result) => (bytes === undefined ? '–' : megabytes(bytes)) }]
			: []),
	];
	return markdownTable(
		columns.map(({ title }) => title),
		results.map((result) => columns.map(({ cell }) => cell(result))),
	);
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

/** What memory a row more takes, as lines; none for a measurement that has no slope. */
export function slopeOf({ measurement, results }: MeasurementResult): string[] {
	const [less, more] = results.slice(-2);
	if (measurement.hasSlope !== true || less === undefined || more === undefined) return [];
	const bytes = Math.max(0, more.peakBytes - less.peakBytes) / (more.rows - less.rows);
	return [`Memory per row more, between the last two: ${(bytes / 1000).toFixed(1)} kB.`, ''];
}

export function targetsTable(targets: readonly Target[]): string[] {
	const verdict = ({ met }: Target) => (met === undefined ? '–' : met ? 'met' : 'missed');
	return markdownTable(
		['', 'wanted', 'seen', ''],
		targets.map((target) => [target.what, target.wanted, target.seen, verdict(target)]),
	);
}
