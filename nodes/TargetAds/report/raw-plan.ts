import { daysBetween, planSlices, type DateWindow, type Slice } from '../../../connector/slices';
import type { Run, SliceScope } from '../../shared/operations/run';
import type { TargetAdsApi } from '../api';
import { campaignIdsOf } from '../campaign-scope';
import { JOB_HISTORY_DAYS } from '../limits';
import type { RawRequest } from './raw-request';

/** Cuts a raw report into slices. Asks the account for its campaigns where the scope wants that. */
export async function planRaw(run: Run<TargetAdsApi>, request: RawRequest): Promise<Slice[]> {
	const { campaigns, delivery, fields, idsPerRequest, interactionTypes, settings } = request;
	const window = run.window({ fields, interactionTypes, campaigns });
	if (window === undefined) return [];
	if (delivery === 'job') remarkOnHistory(run, window);
	const ids = await campaignIdsOf(campaigns, run);
	return planSlices({
		window,
		// A job has no limit of its own, so a few rows are looked for in the smallest one.
		daysPerSlice: delivery === 'job' && run.limit.remaining !== Infinity ? 1 : settings.daysPerRequest,
		ids,
		idsPerSlice: idsPerRequest,
		// A job takes one interaction type only (sheet 3.7).
		variants: delivery === 'job' ? interactionTypes : undefined,
	});
}

/** A slice in the parameters of Report > Get Raw. */
export const rawScope: SliceScope = ({ ids, variant }) => ({
	resource: 'report',
	operation: 'getRaw',
	campaignScope: ids === undefined ? 'all' : 'selected',
	...(ids === undefined ? {} : { campaignIds: [...ids] }),
	...(variant === undefined ? {} : { interactionTypes: [variant] }),
});

function remarkOnHistory({ clock, observe }: Run<TargetAdsApi>, { dateFrom }: DateWindow): void {
	const age = daysBetween(dateFrom, new Date(clock.now()).toISOString().slice(0, 10)) - 1;
	if (age > JOB_HISTORY_DAYS)
		observe({
			type: 'remark',
			text: `Jobs are known to reach back ${JOB_HISTORY_DAYS} days, and ${dateFrom} is earlier. If rows are missing, set Delivery to Direct.`,
		});
}
