import type { Observe } from '../../../connector/events';
import type { ReadSlice } from '../../../connector/report';
import { mapPagesInTurns, Turns } from '../../../connector/rows';
import { lookUpNames } from '../../shared/operations/look-up-names';
import { plural } from '../../shared/parameters/shown';
import { performanceLevel, performanceReport } from '../../shared/report/performance';
import type { Sources } from '../../shared/report/performance-columns';
import { idOf, type TargetAdsApi } from '../api';
import { campaignScopeFields, campaignsOfSlice, readCampaignScope } from '../campaign-scope';
import { DAY_FIELD } from '../limits';
import { eventTypeList } from '../names/lists';
import { attributionModel, attributionWindow, type AggregatedRequest } from './aggregated-request';
import { AGGREGATED_LIMITS, campaignIds, readAggregated } from './getAggregated';

const level = performanceLevel({
	account: 'A row for the project as a whole',
	campaign: 'A row per campaign, which TargetADS also calls placement',
});

type Level = ReturnType<(typeof level)['read']>;

/** The dimension that splits rows by campaign. It holds names. */
const CAMPAIGN = 'MediaCampaign';

/** TargetADS does not know what was spent (sheet, additions 7 and 11). */
export const sources: Sources = {
	date_day: { from: DAY_FIELD, about: 'in which time zone its days begin TargetADS does not say' },
	account_id: { from: 'projectId', about: 'of the credential' },
	campaign_id: {
		from: 'placement_id',
		about: 'looked up by the name; empty where several campaigns share it',
	},
	campaign_name: {
		from: CAMPAIGN,
		about: 'as the report has it; the row_key holds it, since the report has no ID',
	},
	impressions: { from: 'Impressions', about: 'number' },
	clicks: { from: 'Clicks', about: 'number' },
	conversions: { from: 'TargetEventCount', about: 'target events of the attribution model and window' },
};

/**
 * Ids of placements by their names, since reports have names only (additions 7). A name that several placements share
 * belongs to none of them.
 */
async function idsByName(api: TargetAdsApi, observe: Observe): Promise<ReadonlyMap<unknown, string | null>> {
	const ids = new Map<unknown, string | null>();
	for (const placement of await api.campaigns(false))
		for (const id of idOf(placement)) {
			const { placement_name: name } = placement;
			ids.set(name, ids.has(name) ? null : id);
		}
	const shared = [...ids.values()].filter((id) => id === null).length;
	if (shared > 0)
		observe({
			type: 'remark',
			text: `${plural(shared, 'name')} of campaigns ${shared === 1 ? 'belongs' : 'belong'} to several of them, so campaign_id is empty in such rows.`,
		});
	return ids;
}

export const getPerformance = performanceReport<TargetAdsApi, Level, AggregatedRequest>({
	title: 'TargetADS',
	sources,
	level,
	fields: [eventTypeList.field, ...campaignScopeFields, attributionModel.field, attributionWindow.field],
	options: [attributionModel.other, eventTypeList.other],
	limits: AGGREGATED_LIMITS,
	request: (parameters, of) => ({
		dimensions: of === 'account' ? [DAY_FIELD] : [DAY_FIELD, CAMPAIGN],
		mediaMetrics: ['Impressions', 'Clicks'],
		targetMetrics: ['TargetEventCount'],
		attributionModel: attributionModel.read(parameters),
		attributionWindow: attributionWindow.read(parameters),
		dateGrouping: 'day',
		eventTypes: eventTypeList.read(parameters),
		campaigns: readCampaignScope(parameters),
		extraFilters: { InteractionFilter: {}, TargetFilter: {} },
		// The table makes numbers of its own columns.
		simplify: false,
	}),
	identity: ({ eventTypes, campaigns, attributionModel: model, attributionWindow: days }) => ({
		eventTypes,
		campaigns,
		model,
		days,
	}),
	ids: campaignIds,
	scope: campaignsOfSlice,
	async map(loading, request) {
		const { api, observe } = loading;
		const { projectId } = api;
		const ids =
			request.of === 'account'
				? undefined
				: await lookUpNames(observe, 'The IDs of campaigns', async () => idsByName(api, observe));
		const aggregated = readAggregated(loading, request);
		const read: ReadSlice = (slice, signal, ...rest) =>
			mapPagesInTurns(
				aggregated(slice, signal, ...rest),
				(row) => ({ ...row, projectId, placement_id: ids?.get(row[CAMPAIGN]) }),
				new Turns(signal),
			);
		return {
			read,
			platform: 'targetads',
			// The ID hangs on a look-up, and on who else has the name.
			keyOf: (row) => ({ account: row.projectId, campaign: row[CAMPAIGN] }),
		};
	},
});
