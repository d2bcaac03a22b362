import type { Page, Row } from '../../../connector/rows';

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/**
 * Turns metrics, which the platform writes as text (sheet T4), into numbers. Columns are found whatever their case,
 * because answers differ from requests in it. What is no number, or too long for one, stays as it is.
 */
export function metricsAsNumbers(metrics: readonly string[]): (page: Page) => Page {
	const wanted = new Set(metrics.map((metric) => metric.toLowerCase()));
	return (page) => page.map((row) => withNumbers(row, wanted));
}

function withNumbers(row: Row, wanted: ReadonlySet<string>): Row {
	const converted: Row = {};
	for (const [column, value] of Object.entries(row))
		converted[column] = wanted.has(column.toLowerCase()) ? asNumber(value) : value;
	return converted;
}

function asNumber(value: unknown): unknown {
	if (typeof value !== 'string' || !NUMBER.test(value)) return value;
	const number = Number(value);
	return Number.isInteger(number) && !Number.isSafeInteger(number) ? value : number;
}
