import { planSlices, type Slice } from '../../../connector/slices';
import type { Run, SliceScope } from '../../shared/operations/run';
import type { YandexPromoPagesApi } from '../api';
import { campaignPages } from '../campaign/read';
import { PAGE_SIZE } from '../limits';
import type { ReportRequest } from './request';

/** Cuts a report into orders. Lists the publisher's campaigns first where all are wanted. */
export async function planReport(run: Run<YandexPromoPagesApi>, request: ReportRequest): Promise<Slice[]> {
	const { publisherId, level, campaignIds, trafficSource, daysPerRequest, idsPerRequest } = request;
	const window = run.window({ publisherId, level, campaignIds, trafficSource });
	if (window === undefined) return [];
	const ids = campaignIds ?? (await allCampaignIds(run.api, publisherId));
	if (ids.length === 0)
		run.observe({ type: 'remark', text: 'The publisher has no campaigns, so no report was ordered.' });
	return planSlices({ window, daysPerSlice: daysPerRequest, ids, idsPerSlice: idsPerRequest });
}

/** A slice in the parameters of Report > Get. */
export function reportScope({ publisherId, level }: ReportRequest): SliceScope {
	return ({ ids = [] }) => ({
		resource: 'report',
		operation: 'get',
		publisherId,
		level,
		campaignScope: 'selected',
		campaignIds: [...ids],
	});
}

/** Archived ones included, since they have statistics of past days. */
async function allCampaignIds(api: YandexPromoPagesApi, publisherId: string): Promise<string[]> {
	const ids: string[] = [];
	for await (const page of campaignPages(api, { publisherId, pageSize: PAGE_SIZE.default, filters: {} }))
		for (const { id } of page) ids.push(id);
	return ids;
}
