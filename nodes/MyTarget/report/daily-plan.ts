import type { INodeProperties } from 'n8n-workflow';

import type { Slice } from '../../../connector/slices';
import type { Run } from '../../shared/operations/run';
import { dateFields } from '../../shared/report/date-fields';
import type { MyTargetApi } from '../api';
import { metricsField, otherMetricsOption } from './metrics';
import { objectScopeFields } from './object-scope';
import { neededObjects, planByDays } from './plan';
import { attributionOption, daysOption, idsOption, simplifyField, type ReportRequest } from './request';

/** What daily statistics are planned by. */
export const plannedFields: readonly INodeProperties[] = [...objectScopeFields, metricsField, ...dateFields];

export const dailyFields: readonly INodeProperties[] = [...plannedFields, simplifyField];

export const dailyOptions: readonly INodeProperties[] = [
	attributionOption,
	daysOption,
	idsOption,
	otherMetricsOption,
];

export async function planDaily(run: Run<MyTargetApi>, request: ReportRequest): Promise<Slice[]> {
	const { objects, metrics, attribution } = request;
	return planByDays(run, request, { objects, metrics, attribution }, neededObjects);
}
