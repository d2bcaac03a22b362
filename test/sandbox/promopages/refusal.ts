import { json } from '../frame/answer';
import { AnsweredRefusal } from '../frame/routes';

/** Only 401, 429 and 202 are known as statuses (section "Unknown"). */
export class Refusal extends AnsweredRefusal {
	constructor(status: number, message: string) {
		super(json(status, errorBody(status, message)), message);
	}
}

/** The format is invented: the sheet knows none. */
export function errorBody(code: number, message: string): { code: number; message: string } {
	return { code, message };
}

/** A comma-separated parameter: not empty, no empty entry, no blanks around one, nothing twice (section 5, 2). Errors: 400. */
export function commaList(name: string, value: string): string[] {
	const list = value.split(',');
	if (list.some((entry) => entry === '' || entry.trim() !== entry))
		throw new Refusal(400, `${name} is empty or has an empty entry`);
	return withoutRepetitions(name, list);
}

/** Errors: 400. */
export function withoutRepetitions(name: string, list: readonly string[]): string[] {
	if (new Set(list).size !== list.length) throw new Refusal(400, `${name} has an entry twice`);
	return [...list];
}

/** Errors: 400. */
export function atMost(name: string, list: readonly unknown[], most: number): void {
	if (list.length > most) throw new Refusal(400, `${name} has more than ${most} entries`);
}

/** Errors: 400. */
export function amongKnown(name: string, list: readonly string[], known: readonly string[]): void {
	const stranger = list.find((entry) => !known.includes(entry));
	if (stranger !== undefined) throw new Refusal(400, `${name} has the unknown value ${stranger}`);
}
