import { targetAds } from '../../platforms/targetads';
import { testsOf, type PlatformHarness } from '../support/platform-harness';

export { jsonOf, sorted } from '../support/fake-clock-run';
export { answer, failing, failureOf } from '../support/failing';

export const { NODE, TYPE, Harness, runOnFakeClock } = testsOf(targetAds);

export type Harness = PlatformHarness;

export const day = (request: { body: unknown }) =>
	(request.body as { InteractionFilter: { DateFrom: string; DateTo: string } }).InteractionFilter;

export const idsOf = (request: { body: unknown }) =>
	(request.body as { InteractionFilter: { MediaCampaignId?: number[] } }).InteractionFilter.MediaCampaignId;

/** Parameters of all rows of raw data of these days. */
export const rawReport = (
	fields: string[],
	interactionTypes: string[],
	dateFrom: string,
	dateTo: string,
) => ({
	...{ resource: 'report', operation: 'getRaw', fields, interactionTypes },
	...{ dateRange: 'custom', dateFrom, dateTo, returnAll: true },
});
