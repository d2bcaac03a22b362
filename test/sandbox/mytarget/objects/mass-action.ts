import type { Account } from '../accounts/accounts';
import { coded, Refusal } from '../refusal';

import type { ApiObject, ResourceName } from './api-object';
import { fieldErrors, isObject, type JsonObject } from './schema';

const MOST = 200;

const MONEY_AND_DATES = ['status', 'budget_limit_day', 'date_start', 'date_end', 'max_price'];
const CHANGEABLE: Readonly<Record<ResourceName, readonly string[]>> = {
	banners: ['status'],
	ad_plans: MONEY_AND_DATES,
	ad_groups: [...MONEY_AND_DATES, 'targetings', 'budget_limit'],
	campaigns: [...MONEY_AND_DATES, 'targetings', 'budget_limit'],
};

const SINGULAR: Readonly<Record<ResourceName, string>> = {
	banners: 'banner',
	ad_plans: 'ad_plan',
	ad_groups: 'ad_group',
	campaigns: 'campaign',
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

function objectOf(account: Account, resource: ResourceName, id: unknown): ApiObject | undefined {
	return typeof id === 'number' ? account.objects.find(resource, id) : undefined;
}

function errorsOf(account: Account, resource: ResourceName, { id, ...fields }: JsonObject): object[] {
	const names = Object.keys(fields);
	const entry = { arguments: { id } };
	if (objectOf(account, resource, id)!.status === 'deleted' && !names.includes('status')) {
		const code = `${SINGULAR[resource]}_deleted`;
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
