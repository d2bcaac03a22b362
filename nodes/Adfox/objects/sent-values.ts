import type { NameAndValue } from '../../../connector/client';
import { writeJson } from '../../../connector/rows';
import { parseDay, parseMoment } from '../../shared/parameters/calendar-day';
import type { Observe } from '../../../connector/events';
import type { Run } from '../../shared/operations/run';
import { asObject } from '../../shared/parameters/json';
import { locatorId } from '../../shared/parameters/locator';
import { shown } from '../../shared/parameters/shown';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { parseIds, wholeNumberId } from '../../shared/parameters/value-list';
import type { MethodParameter } from '../catalogue/method';
import { TIMEZONE } from '../limits';
import { displayNameOf } from './parameter-fields';

const DATE_ONLY = /^(\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4})$/;

/**
 * What is set in a collection of parameters, as it is sent: everything, an empty text and a zero too, since status 0
 * means active and an empty field is cleared (sheet 7.1, 7.2).
 *
 * @param known the parameters of the method, for their types
 * @throws {ParameterError}
 */
export function sentValues(
	{ parameters, observe }: Pick<Run<unknown>, 'parameters' | 'observe'>,
	name: string,
	known: readonly MethodParameter[],
): NameAndValue[] {
	const { custom, ...values } = asObject(parameters.value(name));
	const types = new Map(known.map((parameter) => [parameter.name, parameter]));
	const sent = [
		...Object.entries(values).flatMap(([key, value]) => {
			const parameter = types.get(key);
			return parameter === undefined ? textPairs(key, value) : pairs(parameter, value, observe);
		}),
		...customPairs(asObject(custom).parameter, parameters.displayName(name)),
	];
	for (const [key] of sent) if (isOwnName(key)) refuseOwnName(key, parameters.displayName(name));
	return sent;
}

function refuseOwnName(key: string, displayName: string): never {
	throw new ParameterError(
		displayName,
		`${displayName} holds ${shown(key)}, which the node sets itself.`,
		'Remove it. API Request > Send takes any method with all of its parameters.',
	);
}

/**
 * One value, as the platform writes values of its type. None for a value that is absent; more for a list where the
 * name may be repeated.
 *
 * @throws {ParameterError} a date that does not exist, something that is no value
 */
export function pairs({ name, type }: MethodParameter, value: unknown, observe: Observe): NameAndValue[] {
	if (value === undefined || value === null) return [];
	const displayName = displayNameOf(name);
	switch (type) {
		case 'id':
			return [[name, idText(value, displayName)]];
		case 'ids':
			return [[name, parseIds(value, displayName).join(',')]];
		case 'date':
			return [[name, value === '' ? '' : parseDay(value, displayName, TIMEZONE, observe)]];
		case 'dateTime':
			return [[name, value === '' ? '' : dateTime(value, displayName)]];
		case 'file':
		case 'text':
		case 'time':
		case 'integer':
		case 'decimal':
		case 'flag':
			return textPairs(name, value);
	}
}

/** The same for a name of which nothing else is known. @throws {ParameterError} something is no value */
export function textPairs(name: string, value: unknown): NameAndValue[] {
	if (value === undefined || value === null) return [];
	const displayName = displayNameOf(name);
	return (Array.isArray(value) ? (value as unknown[]) : [value]).map((entry) => [
		name,
		asText(entry, displayName),
	]);
}

/** `[{name, value}]`, where names may repeat. @throws {ParameterError} an entry without a name */
export function customPairs(list: unknown, displayName: string): NameAndValue[] {
	if (!Array.isArray(list)) return [];
	return (list as unknown[]).flatMap((entry): NameAndValue[] => {
		const { name, value } = asObject(entry);
		const text = typeof name === 'string' ? name.trim() : '';
		if (text === '')
			throw new ParameterError(
				displayName,
				`${displayName} has an entry without a name.`,
				'Enter a name, or remove it.',
			);
		return textPairs(text, value ?? '');
	});
}

/** An empty text clears the field, as zero may; anything that is no text and no number would look the same to the platform. */
function idText(value: unknown, displayName: string): string {
	const id: unknown = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	if (typeof id === 'string' || Number.isSafeInteger(id))
		return wholeNumberId(locatorId(id)) ?? locatorId(id);
	throw new ParameterError(displayName, `${displayName} is ${shown(value)}, which is no ID.`);
}

/** A date alone stays alone; everything else gets its time in Moscow. */
function dateTime(value: unknown, displayName: string): string {
	const isAlone = typeof value === 'string' && DATE_ONLY.test(value.trim());
	return parseMoment(value, displayName, TIMEZONE).toFormat(isAlone ? 'yyyy-MM-dd' : 'yyyy-MM-dd HH:mm');
}

function asText(value: unknown, displayName: string): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? '1' : '0';
	if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value)))
		return String(value);
	// Some values are JSON in a text, such as `regions` of the geographical targeting.
	if (typeof value === 'object' && value !== null) return writeJson(value);
	throw new ParameterError(displayName, `${displayName} is ${shown(value)}, which cannot be sent.`);
}

/**
 * A filter by IDs that is there but has none, as an expression may leave it, would be passed over by the platform, and
 * zero stands for "all objects" (sheet 7.2): either way everything would come.
 *
 * @param filters the collection as it was entered
 * @throws {ParameterError} which names the filter
 */
export function refuseEmptyIdFilters(
	filters: Readonly<Record<string, unknown>>,
	known: readonly MethodParameter[],
): void {
	for (const { name, type } of known) {
		if ((type !== 'id' && type !== 'ids') || !Object.hasOwn(filters, name)) continue;
		const displayName = displayNameOf(name);
		const value = filters[name];
		const ids = type === 'ids' ? parseIds(value, displayName) : [locatorId(value)].filter(Boolean);
		if (ids.length > 0 && ids.every((id) => wholeNumberId(id) !== undefined)) continue;
		throw new ParameterError(
			displayName,
			ids.length === 0
				? `${displayName} is empty, which would stand for all of them.`
				: `${displayName} is ${shown(value)}, which is no ID.`,
			'Enter IDs, or remove the filter to get everything.',
		);
	}
}

/** What the node sets itself: the navigation block, paging, and the encoding of what it sends. */
const OWN = new Set(['object', 'action', 'actionObject', 'limit', 'offset', 'encoding']);

/**
 * Whether a parameter would take the place of one that the node sets, and so turn the request into another method. A
 * form parser in PHP's manner passes over blanks in front of a name and lets `action[x]` replace `action`.
 */
export function isOwnName(name: string): boolean {
	return OWN.has(name.trim().replace(/\[[^]*$/, ''));
}
