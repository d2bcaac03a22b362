/** Rows without their order, and columns without theirs: the same rows, each as often, give the same texts. */
export function fingerprints(rows: Iterable<object>): string[] {
	return [...rows].map(fingerprint).sort();
}

function fingerprint(row: object): string {
	const columns = Object.entries(row).filter(([, value]) => value !== undefined);
	return JSON.stringify(columns.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** How rows differ from those that there are; undefined where they do not. */
export function difference(rows: readonly string[], truth: readonly string[]): string | undefined {
	const left = new Map<string, number>();
	for (const row of truth) left.set(row, (left.get(row) ?? 0) + 1);
	let unknown = 0;
	for (const row of rows) {
		const count = left.get(row) ?? 0;
		if (count === 0) unknown += 1;
		else left.set(row, count - 1);
	}
	const missing = truth.length - (rows.length - unknown);
	if (missing === 0 && unknown === 0) return undefined;
	return `of ${truth.length} rows ${missing} are missing and ${unknown} are doubled or foreign`;
}
