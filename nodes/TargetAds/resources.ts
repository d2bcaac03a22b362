import type { Resource } from '../shared/operations/operation';
import type { TargetAdsApi } from './api';
import { getAll as getCampaigns } from './campaign/getAll';
import { upload } from './event/upload';
import { checkAccess } from './project/checkAccess';
import { getReferenceData } from './project/getReferenceData';
import { validateToken } from './project/validateToken';
import { getAggregated } from './report/getAggregated';
import { getPathToConversion } from './report/getPathToConversion';
import { getPerformance } from './report/getPerformance';
import { getRaw, planSlices } from './report/getRaw';
import { send } from './request/send';
import { getAll as getTargetEvents } from './targetEvent/getAll';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<TargetAdsApi>[] = [
	{ name: 'API Request', value: 'request', operations: [send] },
	{ name: 'Campaign', value: 'campaign', operations: [getCampaigns] },
	{ name: 'Event', value: 'event', operations: [upload] },
	{ name: 'Project', value: 'project', operations: [checkAccess, getReferenceData, validateToken] },
	{
		name: 'Report',
		value: 'report',
		isDefault: true,
		defaultOperation: 'getAggregated',
		operations: [getPerformance, getAggregated, getPathToConversion, getRaw, planSlices],
	},
	{ name: 'Target Event', value: 'targetEvent', operations: [getTargetEvents] },
];
