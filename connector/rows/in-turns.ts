import { shortPages, type Page, type Row } from './row';
import type { Turns } from './turns';

/** Makes something of each entry; what was made in a turn comes as an array that is not empty. */
export async function* mapInTurns<Entry, Made>(
	entries: Iterable<Entry>,
	make: (entry: Entry) => Made,
	turns: Turns,
): AsyncGenerator<Made[]> {
	let made: Made[] = [];
	for (const entry of entries) {
		made.push(make(entry));
		if (!turns.isOver) continue;
		yield made;
		made = [];
		await turns.next();
	}
	if (made.length > 0) yield made;
}

/** The same for pages, of which each may be many rows of work. */
export async function* mapPagesInTurns<Made>(
	pages: AsyncIterable<Page>,
	make: (row: Row) => Made,
	turns: Turns,
): AsyncGenerator<Made[]> {
	for await (const page of pages) yield* mapInTurns(page, make, turns);
}

/** Everything that is made of the entries: any number of things of each. */
export async function collectInTurns<Entry, Made>(
	entries: Iterable<Entry>,
	make: (entry: Entry) => readonly Made[],
	turns: Turns,
): Promise<Made[]> {
	const all: Made[] = [];
	for await (const some of mapInTurns(entries, make, turns))
		for (const made of some) for (const one of made) all.push(one);
	return all;
}

/** Hands pages on, long ones in several, so that whoever works on them does it in turns. */
export async function* pagesInTurns(pages: AsyncIterable<Page>, turns: Turns): AsyncGenerator<Page> {
	for await (const page of pages)
		for (const short of shortPages(page)) {
			yield short;
			if (turns.isOver) await turns.next();
		}
}

/** As a stable `sort`: runs that are sorted at once, then merged two by two. */
export async function sortInTurns<Entry>(
	entries: readonly Entry[],
	compare: (one: Entry, other: Entry) => number,
	turns: Turns,
): Promise<Entry[]> {
	let runs: Entry[][] = [];
	for (let start = 0; start < entries.length; start += SORTED_AT_ONCE) {
		runs.push(entries.slice(start, start + SORTED_AT_ONCE).sort(compare));
		if (turns.isOver) await turns.next();
	}
	while (runs.length > 1) {
		const merged: Entry[][] = [];
		for (let index = 0; index < runs.length; index += 2)
			merged.push(await mergeInTurns(runs[index] ?? [], runs[index + 1] ?? [], compare, turns));
		runs = merged;
	}
	return runs[0] ?? [];
}

const SORTED_AT_ONCE = 500;

async function mergeInTurns<Entry>(
	one: readonly Entry[],
	other: readonly Entry[],
	compare: (one: Entry, other: Entry) => number,
	turns: Turns,
): Promise<Entry[]> {
	const merged: Entry[] = [];
	let [left, right] = [0, 0];
	while (left < one.length || right < other.length) {
		const [first, second] = [one[left] as Entry, other[right] as Entry];
		const takesFirst = right >= other.length || (left < one.length && compare(first, second) <= 0);
		merged.push(takesFirst ? first : second);
		if (takesFirst) left += 1;
		else right += 1;
		if (turns.isOverAt(merged.length)) await turns.next();
	}
	return merged;
}
