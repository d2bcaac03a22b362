import type { Page, Row } from '../../../connector/rows';

/** An answer that holds a list. */
export interface ListAnswer {
	readonly rows: Page;
	/** What stands beside the list; nothing where the answer is the list. */
	readonly beside: Readonly<Record<string, unknown>>;
}

/**
 * @param keys under which the platform's answers have their lists
 * @returns undefined for an answer that is no list
 */
export function listIn(answer: unknown, keys: readonly string[]): ListAnswer | undefined {
	if (Array.isArray(answer)) return { rows: answer.map(asRow), beside: {} };
	if (typeof answer !== 'object' || answer === null) return undefined;
	const beside = answer as Readonly<Record<string, unknown>>;
	const list = keys.map((key) => beside[key]).find(Array.isArray);
	return list === undefined ? undefined : { rows: list.map(asRow), beside };
}

/** One item for an answer that is no list; that of an empty one, too. */
export function singleRow(answer: unknown): Row {
	return answer === undefined || answer === null ? { success: true } : asRow(answer);
}

function asRow(value: unknown): Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : { value };
}
