import type { INodeProperties } from 'n8n-workflow';

import { ResponseInvalidError } from '../../../connector/errors';
import { noLimit, RowLimit } from '../../../connector/pages';
import { tellUnnamed } from '../../shared/operations/missing-ids';
import type { Run } from '../../shared/operations/run';
import { plural } from '../../shared/parameters/shown';
import { choiceField } from '../../shared/parameters/choice-field';
import { idScope } from '../../shared/parameters/id-scope';
import type { Parameters } from '../../shared/parameters/parameters';
import type { MyTargetApi, ObjectType, Query } from '../api';
import { listPages } from '../list/paged-list';
import { PAGE_SIZE } from '../limits';
import { id as objectId } from '../schemas';

/** Which objects to count. `ids` are those chosen by the user; all others come from the account. */
export interface ObjectScope {
	readonly type: ObjectType;
	readonly ids: readonly string[] | undefined;
}

const objectType = choiceField<ObjectType>({
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
});

const objects = idScope({
	one: 'object',
	load: 'getObjects',
	dependsOn: ['objectType'],
	example: '6617841, 6617842',
	options: [
		{
			name: 'All',
			value: 'all',
			description: 'All of the account, whatever their status; of users, the account itself',
		},
	],
	description: 'Which objects to report on',
});

export const objectScopeFields: readonly INodeProperties[] = [objectType.field, ...objects.fields];

/** @throws {ParameterError} "selected" without an id, which would not mean "all" */
export function readObjectScope(parameters: Parameters): ObjectScope {
	return { type: objectType.read(parameters), ids: objects.read(parameters).ids };
}

export const objectsOfSlice = objects.ofSlice;

/** All ids that a scope stands for, for statistics that an object may be missing from. */
export async function everyId(
	run: Run<MyTargetApi>,
	{ objects }: { readonly objects: ObjectScope },
): Promise<readonly string[]> {
	return listedIds(objects, run, noLimit());
}

/**
 * No more ids than rows are wanted, for statistics that give a row of each object at least, since what has no traffic
 * comes as zeros (sheet 3.19).
 */
export async function neededIds(
	run: Run<MyTargetApi>,
	{ objects }: { readonly objects: ObjectScope },
): Promise<readonly string[]> {
	return listedIds(objects, run, new RowLimit(run.limit.remaining));
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
	let unnamed = 0;
	for await (const page of listPages(
		{ api, observe, limit },
		`/api/v2/${type}.json`,
		listQuery(type),
		PAGE_SIZE.default,
	))
		for (const item of limit.take(page)) {
			const id = objectId.safeParse(item.id);
			if (id.success) listed.push(String(id.data));
			else unnamed += 1;
		}
	if (unnamed > 0 && listed.length === 0)
		throw new ResponseInvalidError('The platform sent a list of objects of which none has an ID.');
	tellUnnamed(observe, unnamed, 'object', 'account');
	if (limit.cutOff)
		observe({
			type: 'remark',
			text: `For the limit only the first ${plural(listed.length, 'object')} were looked at.`,
		});
	if (listed.length === 0)
		observe({
			type: 'remark',
			text: `The account has no such objects, so there was nothing to ask for.${hint(type)}`,
		});
	return listed;
}

/** What VK Ads calls campaigns has another name in its API (sheet 2). */
function hint(type: ObjectType): string {
	return type === 'campaigns'
		? ' The campaigns of VK Ads are its ad plans: set Object Type to Ad Plans, or to Ad Groups for what is in them.'
		: '';
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
