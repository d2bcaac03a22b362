import { counted, shorten } from './text';

type Row = Readonly<Record<string, unknown>>;

interface Column {
	name: string;
	cells: string[];
	width: number;
	/** Numbers are read from the right. */
	isNumeric: boolean;
}

const gap = '  ';
const widestCell = 32;

function cellOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return shorten(text.replace(/\s+/g, ' '), widestCell);
}

function columnOf(name: string, rows: readonly Row[]): Column {
	const cells = rows.map((row) => cellOf(row[name]));
	const width = Math.max(...[name, ...cells].map(({ length }) => length));
	const given = rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined);
	const isNumeric = given.length > 0 && given.every((value) => typeof value === 'number');
	return { name, cells, width, isNumeric };
}

/** The first columns that fit; at least one. */
function columnsWithin(width: number, rows: readonly Row[], names: readonly string[]): Column[] {
	const columns: Column[] = [];
	let used = 0;
	for (const name of names) {
		const column = columnOf(name, rows);
		used += column.width + (columns.length === 0 ? 0 : gap.length);
		if (used > width && columns.length > 0) break;
		columns.push(column);
	}
	return columns;
}

function lineOf(columns: readonly Column[], text: (column: Column) => string): string {
	return columns
		.map((column) => {
			const cell = text(column);
			return column.isNumeric ? cell.padStart(column.width) : cell.padEnd(column.width);
		})
		.join(gap)
		.trimEnd();
}

/** Lines of a table of all given rows, and a line about the columns that did not fit into the width. */
export function table(rows: readonly Row[], width: number): string[] {
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	if (names.length === 0) return [];
	const columns = columnsWithin(width, rows, names);
	const lines = [
		lineOf(columns, ({ name }) => name),
		columns.map((column) => '-'.repeat(column.width)).join(gap),
		...rows.map((_row, index) => lineOf(columns, ({ cells }) => cells[index]!)),
	];
	const left = names.slice(columns.length);
	if (left.length > 0) {
		lines.push(shorten(`(and ${counted(left.length, 'column')}: ${left.join(', ')})`, width));
	}
	return lines;
}
