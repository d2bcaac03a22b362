import type { Resource } from '../shared/operations/operation';
import type { TargetAdsApi } from './api';
import { getAll as getCampaigns } from './campaign/getAll';
import { checkAccess } from './project/checkAccess';
import { getReferenceData } from './project/getReferenceData';
import { validateToken } from './project/validateToken';
import { getAggregated } from './report/getAggregated';
import { getPathToConversion } from './report/getPathToConversion';
import { getRaw, planSlices } from './report/getRaw';
import { getAll as getTargetEvents } from './targetEvent/getAll';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<TargetAdsApi>[] = [
	{ name: 'Campaign', value: 'campaign', operations: [getCampaigns] },
	{ name: 'Project', value: 'project', operations: [checkAccess, getReferenceData, validateToken] },
	{
		name: 'Report',
		value: 'report',
		isDefault: true,
		defaultOperation: 'getRaw',
		operations: [getAggregated, getPathToConversion, getRaw, planSlices],
	},
	{ name: 'Target Event', value: 'targetEvent', operations: [getTargetEvents] },
];
