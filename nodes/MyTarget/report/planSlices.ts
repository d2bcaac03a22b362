import { sliceItem } from '../../shared/report/failed-slice';
import type { SingleOperation } from '../../shared/operations/operation';
import { dateOptions, refuseSinceLastRun, withoutSinceLastRun } from '../../shared/report/date-fields';
import type { MyTargetApi } from '../api';
import { dailyOptions, plannedFields, planDaily } from './daily-plan';
import { reportScope } from './plan';
import { readMetricsRequest } from './request';

export const planSlices: SingleOperation<MyTargetApi> = {
	name: 'Plan Slices',
	value: 'planSlices',
	description:
		'Get the parts that daily statistics would be loaded in, to spread them over executions or workers',
	action: 'Plan the slices of daily statistics',
	gives: 'items',
	fields: plannedFields.map(withoutSinceLastRun),
	options: [...dailyOptions, ...dateOptions.filter(({ name }) => name === 'timezone')],
	async *rows(run) {
		// A plan delivers nothing, so it must not move a cursor.
		refuseSinceLastRun(run.parameters);
		const request = readMetricsRequest(run.parameters);
		const scope = reportScope('getDaily', request);
		yield (await planDaily(run, request)).map((slice) => sliceItem(slice, scope));
	},
};
