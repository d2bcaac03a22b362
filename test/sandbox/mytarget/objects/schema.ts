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

const MAX_PRICE = 21_474_836;

const COMMON = { name: text, status, date_start: date, date_end: date, objective: text, priced_goal: object };
const MONEY = { budget_limit: decimal(-1), budget_limit_day: decimal(-1), max_price: decimal(0, MAX_PRICE) };
const GROUP: Readonly<Record<string, Check>> = {
	...COMMON,
	...MONEY,
	ad_plan_id: whole,
	package_id: whole,
	age_restrictions: nullableText,
	audit_pixels: list,
	autobidding_mode: nullableText,
	banner_uniq_shows_limit: whole,
	enable_offline_goals: truth,
	enable_utm: truth,
	language: text,
	mixing: text,
	price: decimal(0),
	pricelist_id: whole,
	targetings: object,
	uniq_shows_limit: whole,
	uniq_shows_period: text,
	utm: nullableText,
	audit_viewability: truth,
};

/** Fields that may be written. */
export const WRITABLE: Readonly<Record<ResourceName, Readonly<Record<string, Check>>>> = {
	campaigns: GROUP,
	ad_groups: GROUP,
	ad_plans: {
		...COMMON,
		...MONEY,
		autobidding_mode: nullableText,
		pricelist_id: whole,
		enable_offline_goals: truth,
		ad_object_id: whole,
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
