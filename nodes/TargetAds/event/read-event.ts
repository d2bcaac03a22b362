import { writeJson } from '../../../connector/rows';
import { parseMoment } from '../../shared/parameters/calendar-day';
import { asObject, parseJson } from '../../shared/parameters/json';
import { parseNumber } from '../../shared/parameters/numbers';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { shown } from '../../shared/parameters/shown';
import { EVENTS_PER_REQUEST, TIMEZONE } from '../limits';

/** An event as it is sent (sheet 3.12). What is not set stays out. */
export interface UploadedEvent {
	readonly event_name: string;
	readonly uid?: string;
	readonly event_type?: string;
	readonly event_category?: string;
	readonly event_value?: number;
	readonly edttm?: number;
	readonly cp?: Readonly<Record<string, string>>;
	readonly ecommerce?: object;
}

/** An event with the bytes that it takes. */
export interface MeasuredEvent {
	readonly event: UploadedEvent;
	readonly bytes: number;
}

/** The event of an input item. @throws {ParameterError} */
export function readEvent(parameters: Parameters): MeasuredEvent {
	const more = parameters.collection('additionalFields');
	const order = more.collection('ecommerce');
	const event: UploadedEvent = withoutUnset({
		uid: textIn(parameters, 'uid'),
		edttm: time(more),
		event_type: textIn(parameters, 'eventType'),
		event_category: textIn(parameters, 'eventCategory'),
		event_name: textIn(parameters, 'eventName') ?? parameters.requiredText('eventName'),
		event_value: numberIn(more, 'eventValue'),
		cp: customParameters(more),
		ecommerce: unlessEmpty(
			withoutUnset({
				id: textIn(order, 'id'),
				amount: numberIn(order, 'amount'),
				currency: textIn(order, 'currency'),
				shipping: numberIn(order, 'shipping'),
				tax: numberIn(order, 'tax'),
			}),
		),
	});
	// With the comma or the bracket around it.
	const bytes = Buffer.byteLength(writeJson(event)) + 2;
	if (bytes <= EVENTS_PER_REQUEST.bytes) return { event, bytes };
	const name = parameters.displayName('customParameters');
	throw new ParameterError(
		name,
		'The event is larger than the 8 MB that TargetADS takes in one request.',
		`Shorten ${name}.`,
	);
}

function textIn(parameters: Parameters, name: string): string | undefined {
	const value = parameters.value(name);
	if (value === undefined) return undefined;
	const displayName = parameters.displayName(name);
	if (typeof value === 'string' || typeof value === 'number') return String(value).trim() || undefined;
	throw new ParameterError(
		displayName,
		`${displayName} is ${shown(value)}, which is neither a text nor a number.`,
	);
}

function numberIn(parameters: Parameters, name: string): number | undefined {
	const value = parameters.value(name);
	if (value === undefined || value === '') return undefined;
	return parseNumber(value, parameters.displayName(name), { minimum: -Infinity, default: 0 });
}

/** Seconds since 1970 (T31); a whole number is a timestamp already, in whatever unit. */
function time(parameters: Parameters): number | undefined {
	const value = parameters.value('time');
	if (value === undefined || value === '') return undefined;
	const digits = String(typeof value === 'number' || typeof value === 'string' ? value : '').trim();
	if (/^\d{9,15}$/.test(digits)) return Number(digits);
	return Math.floor(parseMoment(value, parameters.displayName('time'), TIMEZONE).toSeconds());
}

const CUSTOM_FORM = 'Use an object such as { "segment": "new" }.';

/** Their values are texts (sheet 3.12). */
function customParameters(parameters: Parameters): Readonly<Record<string, string>> | undefined {
	const displayName = parameters.displayName('customParameters');
	const given = parseJson(parameters.value('customParameters'), displayName, CUSTOM_FORM) ?? {};
	const refused = (what: string) => new ParameterError(displayName, `${displayName} ${what}`, CUSTOM_FORM);
	if (asObject(given) !== given) throw refused(`is ${shown(given)}, which is no object.`);
	const texts = Object.entries(given).flatMap(([name, value]) => {
		if (value === null || value === undefined) return [];
		if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
			return [[name, String(value)] as const];
		throw refused(`has ${shown(value)} as ${shown(name)}, which is no text.`);
	});
	return unlessEmpty(Object.fromEntries(texts));
}

function withoutUnset<Values extends object>(values: Values): Values {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}

function unlessEmpty<Values extends object>(values: Values): Values | undefined {
	return Object.keys(values).length === 0 ? undefined : values;
}
