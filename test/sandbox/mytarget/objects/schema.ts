import { dayOf } from '../../frame/calendar';
import { words } from '../lists/query';
import { coded, invalid, type FieldError } from '../refusal';

import type { ResourceName } from './api-object';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Errors: 400. */
export function anyObject(body: unknown): JsonObject {
	if (!isObject(body)) throw coded(400, 'invalid_json', 'The body must be a JSON object');
	return body;
}

/** Says what is wrong with a value, undefined if nothing is. */
export type Check = (value: unknown) => FieldError | undefined;

const BAD: FieldError = { code: 'bad_value', message: 'Bad value' };

const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : BAD);
const nullableText: Check = (value) => (value === null ? undefined : text(value));
const truth: Check = (value) => (typeof value === 'boolean' ? undefined : BAD);
const object: Check = (value) => (value === null || isObject(value) ? undefined : BAD);
const list: Check = (value) => (Array.isArray(value) ? undefined : BAD);
const date: Check = (value) =>
	value === null || (typeof value === 'string' && dayOf(value) !== undefined) ? undefined : BAD;
const whole: Check = (value) => (value === null || Number.isInteger(value) ? undefined : BAD);
const status: Check = (value) =>
	value === 'active' || value === 'blocked' || value === 'deleted'
		? undefined
		: { ...BAD, allowed_values: ['active', 'blocked', 'deleted'] };

/** Numbers and decimal strings. */
const decimal =
	(min: number, max = Infinity): Check =>
	(value) => {
		if (value === null) return undefined;
		const isNumber =
			typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
		if (!isNumber) return BAD;
		if (Number(value) < min)
			return { code: 'min_value', message: 'Too small', arguments: { min_value: min } };
		if (Number(value) > max) return { code: 'max_value', message: 'Too big', arguments: { max_value: max } };
		return undefined;
	};

const each = (check: Check, names: string) =>
	Object.fromEntries(words(names).map((name) => [name, check] as const));

const MAX_PRICE = 21_474_836;

const COMMON = { name: text, status, date_start: date, date_end: date, objective: text, priced_goal: object };
const MONEY = { budget_limit: decimal(-1), budget_limit_day: decimal(-1), max_price: decimal(0, MAX_PRICE) };
const GROUP: Readonly<Record<string, Check>> = {
	...COMMON,
	...MONEY,
	...each(whole, 'ad_plan_id package_id banner_uniq_shows_limit pricelist_id uniq_shows_limit'),
	...each(nullableText, 'age_restrictions autobidding_mode utm'),
	...each(text, 'language mixing uniq_shows_period'),
	...each(truth, 'enable_offline_goals enable_utm audit_viewability'),
	audit_pixels: list,
	price: decimal(0),
	targetings: object,
};

/** Fields that may be written. */
export const WRITABLE: Readonly<Record<ResourceName, Readonly<Record<string, Check>>>> = {
	campaigns: GROUP,
	ad_groups: GROUP,
	ad_plans: {
		...COMMON,
		...MONEY,
		autobidding_mode: nullableText,
		...each(whole, 'pricelist_id ad_object_id'),
		enable_offline_goals: truth,
		ad_object_type: text,
	},
	banners: { name: text, status, urls: object, content: object, textblocks: object },
};

const READ_ONLY = words(`
	id created updated last_updated delivery issues vkads_status sk_ad_campaign_id moderation_status moderation_reasons
	ord_marker package_priced_event_type ad_group_id campaign_id`);

/** Errors of fields by name; empty if all is well. `besides`: fields that the caller looks at itself. */
export function fieldErrors(
	resource: ResourceName,
	body: JsonObject,
	required: readonly string[],
	besides: readonly string[] = [],
): Record<string, FieldError> {
	const errors: Record<string, FieldError> = {};
	for (const name of required) {
		if (!(name in body)) errors[name] = { code: 'required', message: 'This field is required' };
	}
	for (const [name, value] of Object.entries(body)) {
		if (besides.includes(name)) continue;
		const error = errorOf(resource, name, value);
		if (error !== undefined) errors[name] = error;
	}
	return errors;
}

/** Errors: 400 if there are any. */
export function throwErrors(errors: Record<string, FieldError>): void {
	if (Object.keys(errors).length > 0) throw invalid(errors);
}

function errorOf(resource: ResourceName, name: string, value: unknown): FieldError | undefined {
	if (READ_ONLY.includes(name)) return { code: 'read_only_field', message: 'Read only field' };
	// Not those that every object inherits, toString and the like.
	const check = Object.hasOwn(WRITABLE[resource], name) ? WRITABLE[resource][name] : undefined;
	return check === undefined ? { code: 'unallowed_field', message: 'Unallowed field' } : check(value);
}
