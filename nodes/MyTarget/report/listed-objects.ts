import { ResponseInvalidError } from '../../../connector/errors';
import { noLimit, RowLimit } from '../../../connector/pages';
import { tellUnnamed } from '../../shared/operations/missing-ids';
import type { Run } from '../../shared/operations/run';
import { plural } from '../../shared/parameters/shown';
import type { MyTargetApi, ObjectType, Query } from '../api';
import { agencyClients } from '../list/agency-clients';
import { listPages } from '../list/paged-list';
import { PAGE_SIZE } from '../limits';
import { id as objectId } from '../schemas';
import type { ObjectNames } from './object-names';
import { typeOf, type ObjectScope } from './object-scope';

/** Whose statistics are wanted. */
export interface AskedObjects {
	readonly objects: ObjectScope;
	/** Learns the names of whatever is listed; absent where rows have none. */
	readonly names: ObjectNames | undefined;
}

/** All ids that a scope stands for, for statistics that an object may be missing from. */
export async function everyId(
	run: Pick<Run<MyTargetApi>, 'api' | 'observe'>,
	asked: AskedObjects,
): Promise<readonly string[]> {
	return listedIds(asked, run, noLimit());
}

/**
 * No more ids than rows are wanted, for statistics that give a row of each object at least, since what has no traffic
 * comes as zeros (sheet 3.19).
 */
export async function neededIds(run: Run<MyTargetApi>, asked: AskedObjects): Promise<readonly string[]> {
	return listedIds(asked, run, new RowLimit(run.limit.remaining));
}

async function listedIds(
	{ objects, names }: AskedObjects,
	{ api, observe }: Pick<Run<MyTargetApi>, 'api' | 'observe'>,
	limit: RowLimit,
): Promise<readonly string[]> {
	const { ids, kind } = objects;
	if (ids !== undefined) return ids;
	const type = typeOf(objects, api);
	if (kind === 'clients') return clientIds({ api, observe, limit }, names);
	// Without an id an agency would get its clients (sheet 3.19).
	if (type === 'users') {
		const { id, username } = await api.ownUser();
		names?.add(String(id), { name: username ?? null });
		return [String(id)];
	}
	const listed: string[] = [];
	let unnamed = 0;
	const query: Query = [
		['fields', ['id', ...(names?.fields(type, api) ?? [])].join(',')],
		...(kind === 'active' ? [['_status', 'active'] as const] : []),
		// Sorting by id is not documented for banners (sheet 3.5).
		...(type === 'banners' ? [] : [['sorting', 'id'] as const]),
	];
	const parts = { api, observe, limit };
	for await (const page of listPages(parts, `/api/v2/${type}.json`, query, PAGE_SIZE.default))
		for (const { id: given, ...columns } of limit.take(page)) {
			const id = objectId.safeParse(given);
			if (id.success) {
				listed.push(String(id.data));
				names?.add(String(id.data), columns);
			} else unnamed += 1;
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
			text: `The account has no such objects, so there was nothing to ask for.${hint(type, kind)}`,
		});
	return listed;
}

/** The clients of an agency are accounts whose statistics its own token opens (sheet 3.19). */
async function clientIds(
	parts: Pick<Run<MyTargetApi>, 'api' | 'observe' | 'limit'>,
	names: ObjectNames | undefined,
): Promise<readonly string[]> {
	const ids: string[] = [];
	let unnamed = 0;
	for await (const page of agencyClients(parts))
		for (const { id, name } of parts.limit.take(
			page.map((client) => ({ id: client.id, name: client.name })),
		)) {
			if (id === '') unnamed += 1;
			else ids.push(String(id));
			names?.add(String(id), { name });
		}
	tellUnnamed(parts.observe, unnamed, 'client', 'agency');
	if (ids.length === 0) parts.observe({ type: 'remark', text: 'The agency has no active clients.' });
	return ids;
}

function hint(type: ObjectType, kind: ObjectScope['kind']): string {
	if (kind === 'active') return ' Only active ones were asked for: set Objects to All for the others.';
	// What VK Ads calls campaigns has another name in its API (sheet 2).
	return type === 'campaigns'
		? ' The campaigns of VK Ads are its ad plans: set Object Type to Ad Plans, or to Ad Groups for what is in them.'
		: '';
}
