import type { Row, Value } from '../truth/columns';

const ROWS_PER_CHUNK = 500;

/** A job's file (3.10): a header row of the requested fields, then the rows; lists as JSON text. */
export function* csv(fields: readonly string[], rows: Iterable<Row>): Generator<string, void> {
	let chunk = `${fields.map(cell).join(',')}\n`;
	let written = 0;
	for (const row of rows) {
		chunk += `${fields.map((field) => cell(row[field] ?? null)).join(',')}\n`;
		written++;
		if (written % ROWS_PER_CHUNK === 0) {
			yield chunk;
			chunk = '';
		}
	}
	if (chunk !== '') yield chunk;
}

function cell(value: Value): string {
	if (value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
