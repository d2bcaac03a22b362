import { below, mix, mixText } from '../../frame/hash';

/** Text, numbered elements `row0`, `row1`, ... as a list, or named elements (sheet, 3.2). */
export type AdfoxValue = string | readonly AdfoxValue[] | AdfoxRow;

/** An object as the API gives it: fields in the order of the answer, every value text. */
export interface AdfoxRow {
	readonly [field: string]: AdfoxValue;
}

/** The same while the account changes it. */
export type StoredRow = Record<string, AdfoxValue>;

/** The text of a field; '' where it is missing or no text. */
export function textOf(row: AdfoxRow | undefined, field: string): string {
	const value = row?.[field];
	return typeof value === 'string' ? value : '';
}

/** All objects of one kind, in the order of their ids. Ids have gaps, so that a guessed one is usually wrong. */
export class Collection {
	private readonly objects = new Map<string, StoredRow>();
	private last: number;
	private given = 0;

	/** @param idField its name: `ID` of most objects, `id` of templates (sheet, 7.1, 8) */
	constructor(
		private readonly name: string,
		private readonly seed: number,
		private readonly idField = 'ID',
	) {
		this.last = 100_000 + below(800_000, mixText(mix(seed, 0x1d), name));
	}

	/** Gives the object an id, as its first field. */
	add(fields: StoredRow): string {
		this.given++;
		this.last += 1 + below(4, mix(mixText(mix(this.seed, 0x9a9), this.name), this.given));
		const id = String(this.last);
		this.objects.set(id, { [this.idField]: id, ...fields });
		return id;
	}

	get(id: string): StoredRow | undefined {
		return this.objects.get(id);
	}

	has(id: string): boolean {
		return this.objects.has(id);
	}

	delete(id: string): boolean {
		return this.objects.delete(id);
	}

	all(): StoredRow[] {
		return [...this.objects.values()];
	}

	/** The ids of the objects whose field has this text. */
	idsWith(field: string, text: string): string[] {
		return [...this.objects].filter(([, row]) => textOf(row, field) === text).map(([id]) => id);
	}
}
