import { sliceItem } from '../../shared/report/failed-slice';
import type { SingleOperation } from '../../shared/operations/operation';
import { refuseSinceLastRun, timezoneOption, withoutSinceLastRun } from '../../shared/report/date-fields';
import type { TargetAdsApi } from '../api';
import { rawPlanOptions, rawReportFields } from './raw-fields';
import { planRaw, rawScope } from './raw-plan';
import { readRawRequest } from './raw-request';
import { daysOptions } from './settings';

export const planSlices: SingleOperation<TargetAdsApi> = {
	name: 'Plan Slices',
	value: 'planSlices',
	description:
		'Get the parts that a raw data report would be loaded in, to spread them over executions or workers',
	action: 'Plan the slices of a raw data report',
	gives: 'items',
	fields: rawReportFields.map(withoutSinceLastRun),
	options: [...rawPlanOptions, ...daysOptions, timezoneOption],
	async *rows(run) {
		// A plan delivers nothing, so it must not move a cursor.
		refuseSinceLastRun(run.parameters);
		const slices = await planRaw(run, readRawRequest(run.parameters));
		yield slices.map((slice) => sliceItem(slice, rawScope));
	},
};
