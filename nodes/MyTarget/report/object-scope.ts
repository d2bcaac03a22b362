import type { INodeProperties } from 'n8n-workflow';

import { noLimit, RowLimit } from '../../../connector/pages';
import type { Run } from '../../shared/operations/run';
import { plural } from '../../shared/parameters/shown';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import type { MyTargetApi, ObjectType, Query } from '../api';
import { listPages } from '../list/paged-list';
import { PAGE_SIZE } from '../limits';
import { idItem } from '../schemas';

export const OBJECT_TYPES = ['campaigns', 'banners', 'ad_plans', 'ad_groups', 'users'] as const;

/** Which objects to count. `ids` are those chosen by the user; all others come from the account. */
export interface ObjectScope {
	readonly type: ObjectType;
	readonly ids: readonly string[] | undefined;
}

const onlySelected = { displayOptions: { show: { objectScope: ['selected'] } } };

export const objectScopeFields: readonly INodeProperties[] = [
	{
		displayName: 'Object Type',
		name: 'objectType',
		type: 'options',
		options: [
			{ name: 'Ad Groups', value: 'ad_groups', description: 'Of VK Ads; the same records as campaigns' },
			{ name: 'Ad Plans', value: 'ad_plans', description: 'What VK Ads shows as campaigns' },
			{ name: 'Banners', value: 'banners' },
			{ name: 'Campaigns', value: 'campaigns', description: 'Of myTarget; ad groups in VK Ads' },
			{ name: 'Users', value: 'users', description: 'Accounts as a whole' },
		],
		default: 'campaigns',
		description: 'What to count',
	},
	{
		displayName: 'Objects',
		name: 'objectScope',
		type: 'options',
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'All of the account, whatever their status; of users, the account itself',
			},
			{ name: 'Selected', value: 'selected', description: 'Only objects that you choose' },
		],
		default: 'all',
		description: 'Which objects to report on',
	},
	{
		displayName: 'Object Names or IDs',
		name: 'objectIds',
		type: 'multiOptions',
		allowArbitraryValues: true,
		typeOptions: { loadOptionsMethod: 'getObjects', loadOptionsDependsOn: ['objectType'] },
		default: [],
		...onlySelected,
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Object IDs (Text)',
		name: 'objectIdList',
		type: 'string',
		default: '',
		placeholder: 'e.g. 6617841, 6617842',
		...onlySelected,
		description: 'More object IDs, with commas between them',
	},
];

/** @throws {ParameterError} "selected" without an id, which would not mean "all" */
export function readObjectScope(parameters: Parameters): ObjectScope {
	const type = parameters.choice('objectType', OBJECT_TYPES);
	if (parameters.choice('objectScope', ['all', 'selected']) === 'all') return { type, ids: undefined };
	const ids = parameters.ids('objectIds', 'objectIdList');
	if (ids.length > 0) return { type, ids };
	throw new ParameterError(
		'Object Names or IDs',
		'Objects is Selected, but Object Names or IDs is empty.',
		'Choose objects, or set Objects to All.',
	);
}

/** All ids that a scope stands for, for statistics that an object may be missing from. */
export async function idsOf(scope: ObjectScope, run: Run<MyTargetApi>): Promise<readonly string[]> {
	return listedIds(scope, run, noLimit());
}

/**
 * No more ids than rows are wanted, for statistics that give a row of each object at least, since what has no traffic
 * comes as zeros (sheet 3.19).
 */
export async function firstIdsOf(scope: ObjectScope, run: Run<MyTargetApi>): Promise<readonly string[]> {
	return listedIds(scope, run, new RowLimit(run.limit.remaining));
}

async function listedIds(
	{ type, ids }: ObjectScope,
	{ api, observe }: Run<MyTargetApi>,
	limit: RowLimit,
): Promise<readonly string[]> {
	if (ids !== undefined) return ids;
	// Without an id an agency would get its clients (sheet 3.19).
	if (type === 'users') return [await api.userId()];
	const listed: string[] = [];
	for await (const page of listPages(
		{ api, observe, limit },
		`/api/v2/${type}.json`,
		listQuery(type),
		PAGE_SIZE.default,
	))
		for (const item of limit.take(page)) listed.push(String(idItem.parse(item).id));
	if (limit.cutOff)
		observe({
			type: 'remark',
			text: `For the limit only the first ${plural(listed.length, 'object')} were looked at.`,
		});
	if (listed.length === 0)
		observe({ type: 'remark', text: 'The account has no such objects, so there was nothing to ask for.' });
	return listed;
}

/** Sorting by id is not documented for banners (sheet 3.5). */
function listQuery(type: ObjectType): Query {
	return type === 'banners'
		? [['fields', 'id']]
		: [
				['fields', 'id'],
				['sorting', 'id'],
			];
}
