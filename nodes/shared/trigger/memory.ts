import { createHash } from 'node:crypto';

import { z } from 'zod';

import { asObject } from '../parameters/json';
import type { Mark } from './event';

/** Characters of an ID's hash: 42 bits, so that two of 10,000 objects are taken for one in 1 of 90,000 accounts. */
const HASH = 7;

/** A state in more characters than this is kept as a hash. */
const LONGEST_STATE = 200;

const VERSION = 1;

/** What a trigger remembers from poll to poll. */
export interface Memory {
	/** What was last seen of each object, by the hash of its ID; the one not seen for longest is the first. */
	readonly seen: ReadonlyMap<string, string>;
	readonly mark: Mark | undefined;
	/** The first look has not come to its end yet. */
	readonly isUnfinished: boolean;
}

const stored = z.object({
	version: z.literal(VERSION),
	watch: z.string(),
	isUnfinished: z.literal(true).optional(),
	mark: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
	seen: z.array(
		z.tuple([z.string(), z.string().refine((hashes) => hashes.length % HASH === 0 && hashes.length > 0)]),
	),
});

/** In n8n's static data: objects of one state that follow one another stand together, their hashes in a row. */
export type StoredMemory = z.infer<typeof stored>;

/** @returns undefined for what is none, is of another version or of another watch: then everything begins anew */
export function recalled(data: unknown, watch: string): Memory | undefined {
	const parsed = stored.safeParse(plain(data));
	if (!parsed.success || parsed.data.watch !== watch) return undefined;
	const seen = new Map<string, string>();
	for (const [state, hashes] of parsed.data.seen)
		for (let at = 0; at < hashes.length; at += HASH) seen.set(hashes.slice(at, at + HASH), state);
	const { mark, isUnfinished = false } = parsed.data;
	return { seen, mark, isUnfinished };
}

export function toStored({ seen, mark, isUnfinished }: Memory, watch: string): StoredMemory {
	const runs: [string, string[]][] = [];
	for (const [hash, state] of seen) {
		const last = runs.at(-1);
		if (last?.[0] === state) last[1].push(hash);
		else runs.push([state, [hash]]);
	}
	return {
		version: VERSION,
		watch,
		...(isUnfinished ? { isUnfinished } : {}),
		...(mark === undefined ? {} : { mark }),
		seen: runs.map(([state, hashes]) => [state, hashes.join('')]),
	};
}

export function hashOf(id: string): string {
	return createHash('sha256').update(id).digest('base64url').slice(0, HASH);
}

/** Two states are the same if their texts are. */
export function stateText(state: object): string {
	const text = JSON.stringify(state);
	return text.length > LONGEST_STATE ? hashOf(text) : text;
}

/** The state behind a text; undefined where it was too long to be kept. */
export function stateIn(text: string): unknown {
	return text.startsWith('{') ? JSON.parse(text) : undefined;
}

/** n8n hands out its static data behind a proxy that notes every change. */
function plain(data: unknown): unknown {
	return data === undefined ? undefined : (JSON.parse(JSON.stringify(asObject(data))) as unknown);
}
