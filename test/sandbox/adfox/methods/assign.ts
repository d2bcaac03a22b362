import type { SentParameters } from '../classic/sent-parameters';
import type { StoredRow } from '../objects/row';

/** Fields that hold a date and a time; the time is 00:00 when it was not sent (sheet, 1.6). */
const MOMENTS: ReadonlySet<string> = new Set(['dateStart', 'dateEnd']);

/**
 * Takes over what was sent, '0' included, where the object has such a field; the others are written without being shown
 * by a list. `ignored`: parameters that the platform passes over.
 */
export function assign(row: StoredRow, sent: SentParameters, ignored: readonly string[] = []): void {
	for (const name of sent.names()) {
		if (ignored.includes(name)) continue;
		const field = fieldOf(name);
		if (!Object.hasOwn(row, field)) continue;
		const values = sent.all(name);
		if (name.endsWith('[]')) row[field] = values;
		else row[field] = MOMENTS.has(name) && values[0]!.length === 10 ? `${values[0]!} 00:00` : values[0]!;
	}
}

function fieldOf(name: string): string {
	const variable = /^user([1-9]\d*)$/.exec(name);
	if (variable !== null) return `parameter${variable[1]!}`;
	return name.endsWith('[]') ? name.slice(0, -2) : name;
}
