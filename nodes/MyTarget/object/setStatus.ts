import { noLimit } from '../../../connector/pages';
import type { Row } from '../../../connector/rows';
import { cutIds } from '../../../connector/slices';
import type { SingleOperation } from '../../shared/operations/operation';
import type { Run } from '../../shared/operations/run';
import { choiceField } from '../../shared/parameters/choice-field';
import { idChoice } from '../../shared/parameters/id-scope';
import { asNumber } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { FILTER_VALUES, PAGE_SIZE } from '../limits';
import { listPages } from '../list/paged-list';
import { adGroup, adPlan, type ObjectKind } from './kinds';
import { inMassActions } from './mass-action';

const status = choiceField({
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'active', description: 'It runs; one that was deleted comes back' },
		{ name: 'Blocked', value: 'blocked', description: 'It is stopped; one that was deleted comes back' },
		{ name: 'Deleted', value: 'deleted', description: 'It goes to the archive' },
	],
	default: 'blocked',
});

const includeGroups = {
	displayName: 'Include Ad Groups',
	name: 'includeGroups',
	type: 'boolean',
	default: false,
	description:
		'Whether to give the ad groups in the ad plans the same status, but for those that are deleted. The status of an ad plan leaves that of its groups as it is.',
} as const;

/** Starts, stops or deletes objects, 200 in one request (sheet 3.6). */
export function setStatus(kind: ObjectKind): SingleOperation<MyTargetApi> {
	const { many, each } = kind;
	const hasGroups = kind === adPlan;
	const chosen = idChoice({ ...kind, load: kind.load, example: '6617841, 6617842' });
	return {
		name: 'Set Status',
		value: 'setStatus',
		description: `Start, stop or delete one or many ${many}, one item for each: its ID and success`,
		action: `Set the status of ${each}`,
		gives: 'items',
		writes: true,
		result: { did: 'Changed', one: kind.one, many },
		fields: [...chosen.fields, status.field, ...(hasGroups ? [includeGroups] : [])],
		async *rows(run) {
			const { parameters } = run;
			const ids = chosen.read(parameters);
			const wanted = status.read(parameters);
			const groups =
				hasGroups && parameters.flag(includeGroups.name) ? await groupsOf(run, ids, wanted) : undefined;
			const rows = ids.map((id): Row => ({
				id: asNumber(id),
				success: true,
				...(groups === undefined ? {} : { ad_groups: groups.get(id) ?? [] }),
			}));
			await changeAll(run, kind, ids, wanted);
			if (groups !== undefined)
				await changeAll(
					run,
					adGroup,
					[...groups.values()].flat().map(String),
					wanted,
					'The ad plans were changed before.',
				);
			yield rows;
		},
	};
}

async function changeAll(
	{ api }: Run<MyTargetApi>,
	{ collection, title, one }: ObjectKind,
	ids: readonly string[],
	status: string,
	changed?: string,
): Promise<void> {
	const check = `Look with ${title} > Get Many, Filters > IDs, what they are like now before you run this again.`;
	await inMassActions({ ids, one, changed }, async (batch) => {
		const changes = batch.map((id) => ({ id: asNumber(id), status }));
		await api.massAction(collection, changes, check);
	});
}

/**
 * The ad groups of plans by plan, without those that are deleted or have the status already. Plans are compared here as
 * well: a filter that the platform passed over would give the groups of the whole account (sheet 8).
 */
async function groupsOf(
	{ api, observe }: Run<MyTargetApi>,
	planIds: readonly string[],
	status: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
	const groups = new Map(planIds.map((id) => [id, [] as number[]]));
	const parts = { api, observe, limit: noLimit() };
	for (const batch of cutIds(planIds, FILTER_VALUES)) {
		const query = [
			['fields', 'id,ad_plan_id,status'],
			['sorting', 'id'],
			['_ad_plan_id__in', batch.join(',')],
		] as const;
		for await (const page of listPages(parts, `${adGroup.collection}.json`, query, PAGE_SIZE.default))
			for (const { id, ad_plan_id: planId, status: current } of page)
				if (typeof id === 'number' && current !== 'deleted' && current !== status)
					groups.get(String(planId))?.push(id);
	}
	return groups;
}
