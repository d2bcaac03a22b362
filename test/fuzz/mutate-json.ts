import type { Random } from './random';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Values that a field is not meant to have; texts of numbers and empty ones look right to a careless reader. */
const VALUES: readonly Json[] = [
	null, true, false, 0, -1, 1, 1.5, 200, 401, 429, 500, 9007199254740993, 1e300, '', '0', '12', '-1', ' 7 ', '1e3', 'NaN',
	'null', 'true', 'DONE', 'SUCCESS', 'done', 'CREATED', 'http://127.0.0.1/x', 'javascript:1', 'я🙂', '\u0000', [], [[]], [null],
	[1], [''], [{}], {}, { data: [] }, { id: 1 },
]; // prettier-ignore

/** Names that envelopes have, and those that every JavaScript object has. */
const NAMES = [
	'data', 'Rows', 'rows', 'items', 'count', 'CountRows', 'has_more', 'result', 'columns', 'status', 'error', 'ErrorCode', 'id',
	'__proto__', 'constructor', 'toString', 'length', 'hasOwnProperty', '',
]; // prettier-ignore

interface Place {
	readonly holder: Json[] | Record<string, Json>;
	readonly key: string | number;
}

/** Every place of a value, breadth first, the outermost ones first: envelopes are small and near the top. */
function placesIn(root: Json[]): Place[] {
	const places: Place[] = [];
	const queue: Json[] = [root];
	for (let value = queue.shift(); value !== undefined; value = queue.shift()) {
		if (typeof value !== 'object' || value === null) continue;
		const holder = value;
		for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
			places.push({ holder, key });
			queue.push((holder as Record<string | number, Json>)[key]!);
		}
	}
	return places;
}

function set({ holder, key }: Place, value: Json): void {
	// Not by assignment, which for __proto__ would set no property.
	Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A copy, since what goes into an answer may be damaged further. */
function anyValue(random: Random): Json {
	return structuredClone(random.pick(VALUES));
}

function mutateOnce(root: Json[], random: Random): void {
	const places = placesIn(root);
	const at = random.chance(0.5) ? random.below(Math.min(8, places.length)) : random.below(places.length);
	const place = places[at]!;
	const { holder, key } = place;
	const inObject = !Array.isArray(holder);
	switch (random.below(6)) {
		case 0:
			if (inObject) Reflect.deleteProperty(holder, key);
			else if (holder !== root) holder.splice(Number(key), 1);
			return;
		case 1: {
			// Under another name, or beside it under that name.
			const value = Object.getOwnPropertyDescriptor(holder, key)?.value as Json;
			if (!inObject) return;
			if (random.chance(0.5)) Reflect.deleteProperty(holder, key);
			set({ holder, key: random.pick(NAMES) }, value);
			return;
		}
		case 2:
			if (inObject) set({ holder, key: random.pick(NAMES) }, anyValue(random));
			else holder.push(anyValue(random));
			return;
		case 3: {
			const other = random.pick(places);
			set(place, structuredClone(Object.getOwnPropertyDescriptor(other.holder, other.key)?.value as Json));
			return;
		}
		default:
			set(place, anyValue(random));
	}
}

/** JSON text of a value in which one to three places are another thing than they should be. */
export function mutateJson(value: unknown, random: Random): string {
	const root = [structuredClone(value) as Json];
	for (let left = 1 + random.below(3); left > 0; left--) mutateOnce(root, random);
	const [mutated] = root;
	return JSON.stringify(mutated ?? null);
}
