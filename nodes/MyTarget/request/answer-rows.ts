import type { Page, Row } from '../../../connector/rows';

/** An answer that holds a list, in any of the platform's envelopes (sheet 3.0.2). */
export interface ListAnswer {
	readonly rows: Page;
	/** How many there are in all, where the answer says it. */
	readonly count: number | undefined;
	/** The page size that was served, where the answer says it. */
	readonly limit: number | undefined;
}

/** @returns undefined for an answer that is no list */
export function listIn(answer: unknown): ListAnswer | undefined {
	if (Array.isArray(answer)) return { rows: answer.map(asRow), count: undefined, limit: undefined };
	if (typeof answer !== 'object' || answer === null || !('items' in answer)) return undefined;
	const { items, count, limit } = answer as Readonly<Record<'items' | 'count' | 'limit', unknown>>;
	if (!Array.isArray(items)) return undefined;
	return { rows: items.map(asRow), count: wholeNumber(count), limit: wholeNumber(limit) };
}

/** One item for an answer that is no list; that of a 204, too. */
export function singleRow(answer: unknown): Row {
	return answer === undefined || answer === null ? { success: true } : asRow(answer);
}

function asRow(value: unknown): Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : { value };
}

function wholeNumber(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
