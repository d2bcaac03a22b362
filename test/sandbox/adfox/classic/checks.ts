import { dayOf } from '../../frame/calendar';

/** Whether a text is a value of the parameter; never asked about ''. */
export type Check = (text: string) => boolean;

/** A parameter of a method, as the catalogue tells it (sheet, section 2). */
export interface Parameter {
	readonly check: Check;
	readonly isRequired?: true;
	/** Elsewhere an empty value is error -9 (7.2, 10). */
	readonly mayBeEmpty?: true;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** Several parameters of one kind. */
export function each(parameter: Parameter, names: string): Parameters {
	return Object.fromEntries(names.split(' ').map((name) => [name, parameter] as const));
}

export const MAX_INTEGER = 2_147_483_647;

export const text: Parameter = { check: () => true };

export function integer(least = 0, most = MAX_INTEGER): Parameter {
	return { check: (value) => /^-?\d{1,10}$/.test(value) && Number(value) >= least && Number(value) <= most };
}

export function decimal(least = 0, most = MAX_INTEGER): Parameter {
	return { check: (value) => /^\d+(\.\d+)?$/.test(value) && Number(value) >= least && Number(value) <= most };
}

export function oneOf(...values: readonly string[]): Parameter {
	return { check: (value) => values.includes(value) };
}

/** An id of one object: 0 is none. */
export const id = integer(1);
export const flag = oneOf('0', '1');
export const status = oneOf('0', '1', '2');

/** Comma-separated, though some pages type it as an integer (7.3). */
export const ids: Parameter = { check: (value) => /^[1-9]\d*(,[1-9]\d*)*$/.test(value) };

/** YYYY-MM-DD, a day that exists (1.6). */
export const day: Parameter = { check: (value) => dayOf(value) !== undefined };

/** The day, and after one space HH:mm, which is optional (1.6). */
export const dateTime: Parameter = {
	check: (value) => {
		const [date, time, ...rest] = value.split(' ');
		return dayOf(date!) !== undefined && (time === undefined || isClock(time)) && rest.length === 0;
	},
};

export const clock: Parameter = { check: isClock };
export const clockWithSeconds: Parameter = {
	check: (value) => isClock(value.slice(0, 5)) && /^.{5}:[0-5]\d$/.test(value),
};

export const jsonObject: Parameter = {
	check: (value) => {
		try {
			const parsed = JSON.parse(value) as unknown;
			return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
		} catch {
			return false;
		}
	},
};

export function required(parameter: Parameter): Parameter {
	return { ...parameter, isRequired: true };
}

export function orEmpty(parameter: Parameter): Parameter {
	return { ...parameter, mayBeEmpty: true };
}

function isClock(value: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}
