/** A longer line is not worth the memory of trying. */
const MAX_LINE = 64 * 1024;

/**
 * Reads a line in which quotes stand where RFC 4180 has none, such as `5" disk,"Acme "Best" Ltd"`: a value that begins
 * with a quote ends with one and may have anything in between, any other is what stands between two commas.
 *
 * @param line without its end
 * @param count of the values that it has to have
 * @returns undefined unless there is exactly one way to read so many values
 */
export function readStrayQuotes(line: string, count: number): string[] | undefined {
	if (line.length > MAX_LINE) return undefined;
	const parts = line.split(',');
	const ways = waysToRead(parts, count);
	if (ways[0]?.[count] !== 1) return undefined;
	const values: string[] = [];
	for (let start = 0; start < parts.length;) {
		const rest = count - values.length - 1;
		let end = start + 1;
		while (!(isValue(parts, start, end) && ways[end]?.[rest] === 1)) end++;
		values.push(valueOf(parts.slice(start, end).join(',')));
		start = end;
	}
	return values;
}

/**
 * In how many ways (2 stands for more) the parts from each on can be read as so many values. Counted from the end, with
 * those ways at hand that begin behind a part which may end a value in quotes.
 */
function waysToRead(parts: readonly string[], count: number): Uint8Array[] {
	const ways: Uint8Array[] = [];
	const behindQuotes = new Uint8Array(count + 1);
	const end = new Uint8Array(count + 1);
	end[0] = 1;
	ways[parts.length] = end;
	for (let start = parts.length - 1; start >= 0; start--) {
		const next = ways[start + 1] ?? end;
		const here = new Uint8Array(count + 1);
		const isOne = isValue(parts, start, start + 1);
		const isQuoted = parts[start]?.startsWith('"') === true;
		for (let values = 1; values <= count; values++) {
			const single = isOne ? (next[values - 1] ?? 0) : 0;
			const joined = isQuoted ? (behindQuotes[values - 1] ?? 0) : 0;
			here[values] = Math.min(2, single + joined);
		}
		ways[start] = here;
		if (parts[start]?.endsWith('"') === true)
			for (let values = 0; values <= count; values++)
				behindQuotes[values] = Math.min(2, (behindQuotes[values] ?? 0) + (next[values] ?? 0));
	}
	return ways;
}

function isValue(parts: readonly string[], start: number, end: number): boolean {
	const first = parts[start] ?? '';
	if (!first.startsWith('"')) return end === start + 1;
	const isLoneQuote = end === start + 1 && first === '"';
	return !isLoneQuote && parts[end - 1]?.endsWith('"') === true;
}

/** Quotes that are doubled, as they should be, count once. */
function valueOf(text: string): string {
	return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}
