import type { Resource } from '../shared/operations/operation';
import type { ExampleAdsApi } from './api';
import { get as getCampaign } from './campaign/get';
import { getAll as getCampaigns } from './campaign/getAll';
import { get as getReport, planSlices } from './report/get';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<ExampleAdsApi>[] = [
	{ name: 'Campaign', value: 'campaign', operations: [getCampaign, getCampaigns] },
	{ name: 'Report', value: 'report', isDefault: true, operations: [getReport, planSlices] },
];
