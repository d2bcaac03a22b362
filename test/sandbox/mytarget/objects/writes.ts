import type { Account } from '../accounts/accounts';
import type { MyTargetOptions } from '../options';
import { Refusal, coded, invalidField, type FieldError } from '../refusal';

import { KIND_OF, packageIdOf, type ApiObject, type ResourceName } from './api-object';
import { anyObject, fieldErrors, isObject, throwErrors, type JsonObject } from './schema';

/** Creates objects and changes them, once everything about the request has been found right. */
export class Writes {
	constructor(private readonly options: MyTargetOptions) {}

	/** A group with its banners, or a plan with its groups: all or none. Errors: 400. */
	create(account: Account, resource: 'campaigns' | 'ad_groups' | 'ad_plans', given: unknown): JsonObject {
		const body = anyObject(given);
		return resource === 'ad_plans'
			? this.createPlan(account, body)
			: this.createGroup(account, resource, body);
	}

	/** Errors: 400. */
	createBanner(account: Account, group: ApiObject, given: unknown): JsonObject {
		const body = anyObject(given);
		throwErrors(fieldErrors('banners', body, ['urls']));
		if (group.status === 'deleted')
			throw invalidField('ad_group_id', 'invalid_ad_group', 'The group is deleted');
		return { id: this.addBanner(account, group.id, body) };
	}

	/** In a deleted object only the status may be changed (3.3). Errors: 400. */
	update(account: Account, resource: ResourceName, object: ApiObject, given: unknown): void {
		const body = anyObject(given);
		const errors = this.errorsOf(account, resource, body, []);
		if (Object.keys(body).length === 0)
			errors.__all__ = { code: 'required_one_of_value', message: 'Nothing to change' };
		if (object.status === 'deleted' && !('status' in body)) {
			for (const name of Object.keys(body))
				errors[name] = { code: 'read_only_field', message: 'The object is deleted' };
		}
		throwErrors(errors);
		account.objects.change(resource, object, body);
	}

	/** Errors by field, those of references included. */
	errorsOf(
		account: Account,
		resource: ResourceName,
		body: JsonObject,
		required: readonly string[],
	): Record<string, FieldError> {
		const inner = resource === 'ad_plans' ? ['ad_groups'] : resource === 'banners' ? [] : ['banners'];
		// Parts can only be sent when their whole is created.
		const errors = fieldErrors(resource, body, required, required.length > 0 ? inner : []);
		if (KIND_OF[resource] !== 'groups') return errors;
		const { package_id, ad_plan_id } = body;
		if (typeof package_id === 'number' && !this.isPackage(package_id))
			errors.package_id = { code: 'invalid_package', message: 'Unknown package' };
		if (typeof ad_plan_id === 'number' && account.objects.find('ad_plans', ad_plan_id) === undefined)
			errors.ad_plan_id = { code: 'bad_value', message: 'Unknown ad plan' };
		return errors;
	}

	private createPlan(account: Account, { ad_groups, ...plan }: JsonObject): JsonObject {
		const errors = this.errorsOf(account, 'ad_plans', plan, ['name']);
		const groups = parts(ad_groups);
		// Required on create (3.3).
		if (groups.length === 0) errors.ad_groups = { code: 'required', message: 'This field is required' };
		else if (groups.some((group) => !this.isGroup(account, 'ad_groups', group)))
			errors.ad_groups = { code: 'bad_items', message: 'Some ad groups are wrong' };
		throwErrors(errors);
		const { id } = account.objects.add('ad_plans', plan);
		const ids = groups.map((group) => this.addGroup(account, { ...group, ad_plan_id: id }).id);
		return { id, ad_groups: ids.map((groupId) => ({ id: groupId })) };
	}

	private createGroup(account: Account, resource: 'campaigns' | 'ad_groups', group: JsonObject): JsonObject {
		const errors = this.errorsOf(account, resource, group, ['name', 'package_id']);
		if (!this.hasRightBanners(group))
			errors.banners = { code: 'bad_items', message: 'Some banners are wrong' };
		throwErrors(errors);
		const { id, banners } = this.addGroup(account, group);
		return { id, ...('banners' in group && { banners: banners.map((bannerId) => ({ id: bannerId })) }) };
	}

	private isGroup(account: Account, resource: ResourceName, group: JsonObject): boolean {
		const errors = this.errorsOf(account, resource, group, ['name', 'package_id']);
		return Object.keys(errors).length === 0 && this.hasRightBanners(group);
	}

	private hasRightBanners({ banners }: JsonObject): boolean {
		if (banners !== undefined && !Array.isArray(banners)) return false;
		return parts(banners).every(
			(banner) => Object.keys(fieldErrors('banners', banner, ['urls'])).length === 0,
		);
	}

	private addGroup(account: Account, { banners, ...group }: JsonObject): { id: number; banners: number[] } {
		const { id } = account.objects.add('ad_groups', {
			ad_plan_id: null,
			issues: [],
			delivery: 'pending',
			...group,
		});
		return { id, banners: parts(banners).map((banner) => this.addBanner(account, id, banner)) };
	}

	private addBanner(account: Account, groupId: number, banner: JsonObject): number {
		const parent = { ad_group_id: groupId, campaign_id: groupId };
		const read = { delivery: 'pending', issues: [], moderation_reasons: [], moderation_status: 'pending' };
		return account.objects.add('banners', { textblocks: {}, content: {}, ...banner, ...read, ...parent }).id;
	}

	private isPackage(id: number): boolean {
		return Array.from({ length: this.options.packages }, (_, place) => packageIdOf(place)).includes(id);
	}
}

function parts(list: unknown): JsonObject[] {
	return Array.isArray(list) ? list.map((part: unknown) => (isObject(part) ? part : { wrong: part })) : [];
}

const MOST = 200;

const MONEY_AND_DATES = ['status', 'budget_limit_day', 'date_start', 'date_end', 'max_price'];
const OF_GROUPS = [...MONEY_AND_DATES, 'targetings', 'budget_limit'];
const CHANGEABLE: Readonly<Record<ResourceName, readonly string[]>> = {
	banners: ['status'],
	ad_plans: MONEY_AND_DATES,
	ad_groups: OF_GROUPS,
	campaigns: OF_GROUPS,
};

/** Changes up to 200 objects, all or none of them (3.6). Errors: 400. */
export function massAction(account: Account, resource: ResourceName, body: unknown): void {
	if (!Array.isArray(body) || body.length === 0)
		throw coded(400, 'invalid_json', 'The body must be a JSON array of objects');
	if (body.length > MOST) throw coded(400, 'limit_exceeded', `Too much items. Limit is ${MOST}`);
	const changes = body.map((entry: unknown) => (isObject(entry) ? entry : {}));
	const unknown = changes.filter(({ id }) => objectOf(account, resource, id) === undefined);
	if (unknown.length > 0) {
		const ids = unknown.map(({ id }) => String(id)).join(', ');
		throw coded(400, `unknown_${resource}`, `Unknown ${resource}: ${ids}`);
	}
	const errors = changes.flatMap((change) => errorsOf(account, resource, change));
	if (errors.length > 0) {
		// E5
		throw new Refusal(400, {
			error: { [resource]: errors, message: 'Validation failed', code: 'validation_failed' },
		});
	}
	for (const { id, ...fields } of changes) {
		account.objects.change(resource, objectOf(account, resource, id)!, fields);
	}
}

/** Sends to moderation again what may be sent, and says of each whether it was (3.6, 3.34). Errors: 400. */
export function remoderated(account: Account, body: unknown): object[] {
	const banners = isObject(body) && Array.isArray(body.banners) ? (body.banners as unknown[]) : [];
	if (banners.length === 0 || !isObject(body) || Object.keys(body).length > 1)
		throw coded(400, 'invalid_json', 'The body must have a list of banners');
	if (banners.length > MOST) throw coded(400, 'limit_exceeded', `Too much items. Limit is ${MOST}`);
	const ids = banners.map((entry) => (isObject(entry) ? entry.id : undefined));
	const unknown = ids.filter((id) => objectOf(account, 'banners', id) === undefined);
	if (unknown.length > 0) throw coded(400, 'unknown_banners', `Unknown banners: ${unknown.join(', ')}`);
	return ids.map((id) => {
		const banner = objectOf(account, 'banners', id)!;
		const isTaken = banner.user_can_request_remoderation === true && banner.status !== 'deleted';
		const sent = { moderation_status: 'pending', user_can_request_remoderation: false };
		if (isTaken) account.objects.change('banners', banner, sent);
		return { id, remoderated: isTaken };
	});
}

function objectOf(account: Account, resource: ResourceName, id: unknown): ApiObject | undefined {
	return typeof id === 'number' ? account.objects.find(resource, id) : undefined;
}

function errorsOf(account: Account, resource: ResourceName, { id, ...fields }: JsonObject): object[] {
	const names = Object.keys(fields);
	const entry = { arguments: { id } };
	if (objectOf(account, resource, id)!.status === 'deleted' && !names.includes('status')) {
		const code = `${resource.slice(0, -1)}_deleted`;
		return [{ ...entry, code, message: 'The object is deleted' }];
	}
	const wrong = fieldErrors(resource, fields, []);
	for (const name of names) {
		if (!CHANGEABLE[resource].includes(name))
			wrong[name] = { code: 'unallowed_field', message: 'Unallowed field' };
	}
	if (Object.keys(wrong).length === 0) return [];
	return [{ ...entry, code: 'validation_failed', message: 'Validation failed', fields: wrong }];
}
