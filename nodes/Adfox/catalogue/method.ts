import type { FileKind } from '../../shared/operations/input-file';
import type { Navigation } from '../api';

/**
 * `flag`: 0 or 1. `dateTime`: `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`. `time`: `HH:mm` or `HH:mm:ss`. `ids`: numbers with
 * commas between them. `file`: a part of a multipart form (trap 18).
 */
type ParameterType =
	'text' | 'integer' | 'decimal' | 'flag' | 'date' | 'dateTime' | 'time' | 'id' | 'ids' | 'file';

export interface Choice {
	readonly name: string;
	readonly value: number | string;
}

/** A parameter of a method, as the fact sheet has it. */
export interface MethodParameter {
	/** `<N>` stands for a number that is part of the name (sheet 7.2). */
	readonly name: string;
	readonly type: ParameterType;
	readonly required: boolean;
	/** The values known. The platform's editions differ, so others are not refused. */
	readonly values?: readonly Choice[];
	/** Of a file; absent where the platform does not say what it takes. */
	readonly kind?: FileKind;
}

/**
 * By the name of a parameter: what people call it and, where the sheet says something of it, what it does. What the
 * name itself says is not said again, and nothing is made up: a label may stand alone.
 */
export type Words = Readonly<Record<string, readonly [label: string, description?: string]>>;

/** One method of the classic API. */
export interface Method extends Navigation {
	/** Without the navigation block, paging and `encoding`, which all methods take. */
	readonly parameters: readonly MethodParameter[];
	/** Where the fact sheet has it from: `seed`, a page below v.1/ of the documentation, or a public client. */
	readonly source: string;
}

/** @param path `object/action` or `object/action/actionObject` */
export function method(path: string, source: string, ...parameters: MethodParameter[]): Method {
	const [object = '', action = '', actionObject] = path.split('/');
	return { object, action, actionObject, parameters, source };
}

/** One whose source is its page in the documentation, which is named after it. */
export function documented(path: string, ...parameters: MethodParameter[]): Method {
	const [object = ''] = path.split('/');
	return method(path, `${object}/${path.replaceAll('/', '-')}`, ...parameters);
}

export const texts = of('text');
export const integers = of('integer');
export const decimals = of('decimal');
export const flags = of('flag');
export const dates = of('date');
export const dateTimes = of('dateTime');
export const times = of('time');
export const id = of('id');
export const ids = of('ids');

export function choice(name: string, values: readonly Choice[]): MethodParameter {
	const type = values.every(({ value }) => typeof value === 'number') ? 'integer' : 'text';
	return { ...parameter(name, type), values };
}

export function file(name: string, kind?: FileKind): MethodParameter {
	return { ...parameter(name, 'file'), ...(kind === undefined ? {} : { kind }) };
}

/** @returns a function that makes parameters of names with blanks between them; a star is behind a required one */
function of(type: ParameterType): (names: string) => MethodParameter[] {
	return (names) => names.split(' ').map((name) => parameter(name, type));
}

function parameter(name: string, type: ParameterType): MethodParameter {
	return { name: name.replace('*', ''), type, required: name.endsWith('*') };
}
