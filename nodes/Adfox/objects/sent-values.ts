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
import { isParameter } from '../catalogue/find';
import type { MethodParameter } from '../catalogue/method';
import { displayNameOf } from '../catalogue/words';
import { TIMEZONE } from '../limits';

const DATE_ONLY = /^(\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4})$/;

/**
 * What is set in a collection of parameters, as it is sent: everything, an empty text and a zero too, since status 0
 * means active and an empty field is cleared (sheet 7.1, 7.2).
 *
 * @param known the parameters of the method, for their types
 * @param own names that have a field of their own
 * @throws {ParameterError} one that is given twice, that the node sets itself, or that belongs to another kind of object
 */
export function sentValues(
	{ parameters, observe }: Pick<Run<unknown>, 'parameters' | 'observe'>,
	name: string,
	known: readonly MethodParameter[],
	own: readonly string[] = [],
): NameAndValue[] {
	const { custom, ...values } = asObject(parameters.value(name));
	const displayName = parameters.displayName(name);
	const types = new Map(known.map((parameter) => [parameter.name, parameter]));
	const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
	const others = customParameters(asObject(custom).parameter, displayName);
	const names = [...set, ...others].map(([key]) => key);
	refuseTwice([...own, ...names], displayName);
	for (const key of names) if (!types.has(key)) refuseForeign(key, displayName);
	const sent = [
		...set.flatMap(([key, value]) => {
			const parameter = types.get(key);
			return parameter === undefined ? textPairs(key, value) : pairs(parameter, value, observe);
		}),
		...others.flatMap(([, pairsOfOne]) => pairsOfOne),
	];
	for (const [key] of sent) if (isOwnName(key)) refuseOwnName(key, displayName);
	return sent;
}

function refuseOwnName(key: string, displayName: string): never {
	throw new ParameterError(
		displayName,
		`${displayName} holds ${shown(key)}, which the node sets itself.`,
		'Remove it. API Request > Send takes any method with all of its parameters.',
	);
}

/** Custom parameters stay where they are when the kind is changed. Names that no method of the catalogue has may be new ones. */
function refuseForeign(key: string, displayName: string): void {
	if (!isParameter(key)) return;
	throw new ParameterError(
		displayName,
		`${displayName} contains ${shown(key)}, which belongs to another kind of object or another operation.`,
		'Take it out, since ADFOX would pass over it. API Request > Send takes any method with all of its parameters.',
	);
}

/** Only names with brackets may come more than once (sheet 2.5). */
function refuseTwice(names: readonly string[], displayName: string): void {
	const twice = names.find((name, index) => !name.includes('[') && names.indexOf(name) < index);
	if (twice === undefined) return;
	throw new ParameterError(
		displayName,
		`${displayName} gives ${shown(twice)} although it is given already.`,
		'Take one of the two out, the field or the custom parameter.',
	);
}

/**
 * One value that is there, as the platform writes values of its type; more for a list where the name may be repeated.
 *
 * @throws {ParameterError} a date that does not exist, something that is no value
 */
export function pairs({ name, type }: MethodParameter, value: unknown, observe: Observe): NameAndValue[] {
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
export function textPairs(name: string, value: unknown, displayName = displayNameOf(name)): NameAndValue[] {
	if (value === undefined || value === null) return [];
	return (Array.isArray(value) ? (value as unknown[]) : [value]).map((entry) => [
		name,
		asText(entry, displayName),
	]);
}

/** `[{name, value}]`, where names may repeat. @throws {ParameterError} an entry without a name */
export function customPairs(list: unknown, displayName: string): NameAndValue[] {
	return customParameters(list, displayName).flatMap(([, pairsOfOne]) => pairsOfOne);
}

/** Each with its name, which its pairs repeat where it is a list. */
function customParameters(list: unknown, displayName: string): [string, NameAndValue[]][] {
	if (!Array.isArray(list)) return [];
	return (list as unknown[]).map((entry) => {
		const { name, value } = asObject(entry);
		const text = typeof name === 'string' ? name.trim() : '';
		if (text === '')
			throw new ParameterError(
				displayName,
				`${displayName} has an entry without a name.`,
				'Enter a name, or remove it.',
			);
		return [text, textPairs(text, value ?? '', `${text} in ${displayName}`)];
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
	return OWN.has(name.trim().replace(/\[[^]*/, ''));
}
