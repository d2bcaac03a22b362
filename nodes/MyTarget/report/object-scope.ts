import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Slice } from '../../../connector/slices';
import { choiceField } from '../../shared/parameters/choice-field';
import { idScope } from '../../shared/parameters/id-scope';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import type { MyTargetApi, ObjectType } from '../api';

/** `auto`: what people call campaigns on the platform of the credential, since no default can follow a credential. */
type AskedType = ObjectType | 'auto';

/** Which objects to count. `ids` are those chosen by the user; all others come from the account. */
export interface ObjectScope {
	readonly type: AskedType;
	readonly kind: 'all' | 'active' | 'clients' | 'selected';
	readonly ids: readonly string[] | undefined;
}

const objectType = choiceField<AskedType>({
	displayName: 'Object Type',
	name: 'objectType',
	type: 'options',
	options: [
		{ name: 'Accounts', value: 'users', description: 'Each account («Кабинет») as a whole' },
		{
			name: 'Ad Groups',
			value: 'ad_groups',
			description: 'Groups («Группы») of VK Ads; the same records as campaigns of myTarget',
		},
		{
			name: 'Ad Plans (VK Ads Campaigns)',
			value: 'ad_plans',
			description: 'What VK Ads shows as campaigns («Кампании»), whatever the credential is for',
		},
		{ name: 'Banners', value: 'banners', description: 'Single ads («Объявления»)' },
		{
			name: 'Campaigns',
			value: 'auto',
			description:
				'What you see as campaigns («Кампании»): the ad plans of VK Ads, the campaigns of myTarget',
		},
		{
			name: 'Campaigns of myTarget',
			value: 'campaigns',
			description: 'Campaigns of myTarget, whatever the credential is for; on VK Ads these are its ad groups',
		},
	],
	default: 'auto',
	description: 'What to count',
});

interface MoreOption {
	readonly name: string;
	readonly value: 'clients';
	readonly description: string;
}

/** What the ids of a type are called; each has fields of its own, so that none is carried along to another type. */
const WORDS: Readonly<Record<AskedType, { one: string; value?: string }>> = {
	auto: { one: 'object' },
	ad_groups: { one: 'ad group', value: 'adGroup' },
	ad_plans: { one: 'ad plan', value: 'adPlan' },
	banners: { one: 'banner' },
	campaigns: { one: 'campaign' },
	users: { one: 'account', value: 'user' },
};

/**
 * Which objects to count, of the type that another field says. The fields for their ids go with it.
 *
 * @param by the name of that field
 * @param types what its values stand for
 * @param more entries of Objects
 */
export function objectScopes<Value extends string>(
	by: string,
	types: Readonly<Record<Value, AskedType>>,
	more: readonly MoreOption[] = [],
) {
	const values = Object.keys(types) as Value[];
	const scopes = Object.fromEntries(
		values.map((value) => [value, scopeOf(types[value], { [by]: [value] }, more)] as const),
	) as Readonly<Record<Value, ReturnType<typeof scopeOf>>>;
	const fields = values.flatMap((value, index) => scopes[value].fields.slice(index === 0 ? 0 : 1));
	return {
		/** The scope first, which has to be shown with all of the values. */
		fields,
		/** @throws {ParameterError} "selected" without an id, which would not mean "all" */
		read: (parameters: Parameters, value: Value): ObjectScope => ({
			type: types[value],
			...scopes[value].read(parameters),
		}),
		/** Names the objects of a slice in the node's own parameters. */
		ofSlice: (slice: Slice, value: Value, kind: ObjectScope['kind']): IDataObject => ({
			...scopes[value].ofSlice(slice),
			...(slice.ids === undefined ? { objectScope: kind } : {}),
		}),
	};
}

function scopeOf(type: AskedType, show: Record<string, string[]>, more: readonly MoreOption[]) {
	return idScope<'active' | 'clients'>({
		...WORDS[type],
		shared: { title: 'Objects', name: 'objectScope', show },
		load: 'getObjects',
		dependsOn: Object.keys(show),
		example: '6617841, 6617842',
		options: [
			{
				name: 'Active',
				value: 'active',
				description: 'Those of the account whose status is active; of accounts, the one of the credential',
			},
			...more,
			{
				name: 'All',
				value: 'all',
				description: 'All of the account, whatever their status; of accounts, the one of the credential',
			},
		],
		description: 'Which of them to take',
	});
}

const byType = objectScopes(
	objectType.field.name,
	Object.fromEntries(objectType.values.map((type) => [type, type])) as Readonly<Record<AskedType, AskedType>>,
	[
		{
			name: 'Agency Clients',
			value: 'clients',
			description: 'All clients of the agency: only with Object Type set to Accounts',
		},
	],
);

export const objectScopeFields: readonly INodeProperties[] = [objectType.field, ...byType.fields];

/** @throws {ParameterError} "selected" without an id, which would not mean "all"; clients of another type */
export function readObjectScope(parameters: Parameters): ObjectScope {
	const type = objectType.read(parameters);
	const scope = byType.read(parameters, type);
	if (scope.kind === 'clients' && type !== 'users')
		throw new ParameterError(
			'Objects',
			`Objects is Agency Clients, but Object Type is ${objectType.nameOf(type)}.`,
			'Set Object Type to Accounts for a row of each client. For the objects of a client set Options > Agency Client.',
		);
	return scope;
}

/** Names the objects of a slice in the node's own parameters. */
export function objectsOfSlice(slice: Slice, { type, kind }: ObjectScope): IDataObject {
	return { objectType: type, ...byType.ofSlice(slice, type, kind) };
}

/** The type that a scope stands for on the platform of the credential. */
export function typeOf(
	{ type }: Pick<ObjectScope, 'type'>,
	{ hasAdPlans }: Pick<MyTargetApi, 'hasAdPlans'>,
): ObjectType {
	if (type !== 'auto') return type;
	return hasAdPlans ? 'ad_plans' : 'campaigns';
}
