/** Rows without their order, and columns without theirs: the same rows, each as often, give the same texts. */
export function fingerprints(rows: Iterable<object>): string[] {
	return [...rows].map((row) => JSON.stringify(inOrder(row))).sort();
}

function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (typeof value !== 'object' || value === null) return value;
	const names = Object.keys(value).sort();
	return Object.fromEntries(names.map((name) => [name, inOrder((value as Record<string, unknown>)[name])]));
}

/** The same rows, with nothing in some of their columns. */
export function without(columns: readonly string[], rows: readonly string[]): string[] {
	const empty = Object.fromEntries(columns.map((column) => [column, null]));
	const emptied = rows.map((row) => ({ ...(JSON.parse(row) as object), ...empty }));
	return fingerprints(emptied);
}

/**
 * How rows differ from those that there are; undefined where they do not.
 *
 * @param spoilt with this text in it, a row stands for one that there is
 */
export function difference(
	rows: readonly string[],
	truth: readonly string[],
	spoilt?: string,
): string | undefined {
	const left = new Map<string, number>();
	for (const row of truth) left.set(row, (left.get(row) ?? 0) + 1);
	const foreign: string[] = [];
	for (const row of rows) {
		const count = left.get(row) ?? 0;
		if (count === 0) foreign.push(row);
		else left.set(row, count - 1);
	}
	const strange = foreign.filter((row) => spoilt === undefined || !row.includes(spoilt));
	const missing = truth.length - (rows.length - strange.length);
	if (missing === 0 && strange.length === 0) return undefined;
	const example = strange[0] === undefined ? '' : `, such as ${strange[0].slice(0, 200)}`;
	return `of ${truth.length} rows ${missing} are missing and ${strange.length} are doubled or foreign${example}`;
}
