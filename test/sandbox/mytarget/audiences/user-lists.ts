import type { ListedObject } from '../lists/query';
import { coded, invalid, notFound, Refusal } from '../refusal';
import { objectionTo } from './identifiers';

/** How an uploaded list goes on (4.1). */
const STATES = ['receiving', 'received', 'mapping', 'mapped', 'writing', 'ready'] as const;

const MIN_LINES = 2000;
const MIN_DIFFERENTIAL = 25;
const MAX_LINES = 5_000_000;

/** `LineError` of a 200; in a refusal it is called `code` (E4). */
interface LineError {
	readonly line_number: number;
	readonly line: string;
	readonly error_code: string;
}

interface NewList {
	readonly name: string;
	readonly type: string;
	readonly base: number;
	readonly lines: readonly string[];
}

/** One that was uploaded. */
export interface UploadedList {
	readonly object: ListedObject;
	/** What was taken of it, in its order. */
	readonly lines: readonly string[];
	readonly error: readonly LineError[];
}

/** The lists of users of one account, those of the beginning and uploaded ones. */
export class UserListStore {
	/** In the order of their coming. */
	uploaded: UploadedList[] = [];
	private deleted = new Set<unknown>();
	/** How often each was looked at since it was uploaded. */
	private looks = new Map<unknown, number>();

	/** @param looksUntilReady how often an uploaded list has to be looked at before it is ready; Infinity: it never is */
	constructor(
		private readonly first: readonly ListedObject[],
		private readonly looksUntilReady: number,
		private readonly firstId: number,
	) {}

	reset(): void {
		this.uploaded = [];
		this.deleted.clear();
		this.looks.clear();
	}

	get all(): ListedObject[] {
		return [...this.first, ...this.uploaded.map(({ object }) => this.now(object))].filter(
			({ id }) => !this.deleted.has(id),
		);
	}

	/** Errors: 404. */
	look(id: number): ListedObject {
		this.looks.set(id, (this.looks.get(id) ?? 0) + 1);
		const found = this.all.find((list) => list.id === id);
		if (found === undefined) throw notFound('RemarketingUsersList');
		return found;
	}

	/** Errors: 404, 409 for the first list of an account, which is in use. */
	delete(id: number): void {
		if (!this.all.some((list) => list.id === id)) throw notFound('RemarketingUsersList');
		if (id === this.first[0]?.id) throw coded(409, 'in_use', 'The list is in use');
		this.deleted.add(id);
	}

	/** Errors: 400, with the lines where none of them is good. */
	upload(list: NewList): object {
		const { name, type, base, lines } = list;
		this.checkBase(list);
		const least = base === 0 ? MIN_LINES : MIN_DIFFERENTIAL;
		if (lines.length < least) throw fileError([{ code: 'not_enough_ids' }]);
		if (lines.length > MAX_LINES) throw fileError([{ code: 'too_many_ids' }]);
		const [taken, error] = sorted(type, lines);
		if (taken.length === 0)
			throw fileError(error.slice(0, 10).map(({ error_code: code, ...line }) => ({ ...line, code })));
		const object = {
			id: this.firstId + this.uploaded.length,
			name,
			status: 'receiving',
			type,
			base,
			entries_count: taken.length,
			ids_count: taken.length,
			created: '2026-03-02 12:00:00',
			has_history: base !== 0,
			matched_ids_count: 0,
		};
		this.uploaded.push({ object, lines: taken, error });
		return { ...object, error: error.length === 0 ? null : error };
	}

	private checkBase({ base, type }: NewList): void {
		if (base === 0) return;
		const found = this.all.find(({ id }) => id === Math.abs(base));
		if (found === undefined) throw invalid({ base: { code: 'not_found', message: 'Unknown base list' } });
		if (found.type !== type) throw invalid({ base: { code: 'type_mismatch' } });
		if (found.base !== 0 && found.base !== null) throw invalid({ base: { code: 'unallowed_value' } });
	}

	private now(object: ListedObject): ListedObject {
		const looks = this.looks.get(object.id) ?? 0;
		const isReady = looks >= this.looksUntilReady;
		const status = isReady ? 'ready' : STATES[Math.min(looks, STATES.length - 2)];
		return { ...object, status, matched_ids_count: isReady ? Math.floor(Number(object.ids_count) / 2) : 0 };
	}
}

function sorted(type: string, lines: readonly string[]): [string[], LineError[]] {
	const taken = new Set<string>();
	const error: LineError[] = [];
	for (const [index, line] of lines.entries()) {
		const error_code = objectionTo(type, line) ?? (taken.has(line) ? 'duplicated_user_id' : undefined);
		if (error_code === undefined) taken.add(line);
		else error.push({ line_number: index + 1, line, error_code });
	}
	return [[...taken], error];
}

function fileError(entries: readonly object[]): Refusal {
	return new Refusal(400, { error: { fields: { file: entries } } });
}
