import { coded, invalidField } from '../refusal';
import type { Call } from '../route';

export interface Form {
	readonly fields: ReadonlyMap<string, string>;
	readonly file: Buffer;
}

/** A form with one file and some fields. Errors: 400, for anything else in it too. */
export function formIn({ form }: Call, fileName: string, names: readonly string[]): Form {
	if (form === undefined) throw coded(400, 'bad_request', 'multipart/form-data is required');
	const twice = form.find(({ name }, index) => form.findIndex((other) => other.name === name) < index);
	const unknown = form.find(({ name }) => name !== fileName && !names.includes(name)) ?? twice;
	if (unknown !== undefined) throw invalidField(unknown.name, 'unallowed_field', 'Unknown part');
	const file = form.find(({ name }) => name === fileName);
	if (file?.fileName === undefined) throw invalidField(fileName, 'required', 'Required field');
	const fields = form.filter(({ name, fileName: isFile }) => name !== fileName && isFile === undefined);
	return {
		file: file.bytes,
		fields: new Map(fields.map(({ name, bytes }) => [name, bytes.toString('utf8')])),
	};
}

/** Errors: 400. */
export function numberIn(fields: ReadonlyMap<string, string>, name: string): number {
	const text = fields.get(name) ?? '';
	if (/^-?\d+$/.test(text)) return Number(text);
	throw invalidField(name, text === '' ? 'required' : 'bad_value', 'Not a number');
}
