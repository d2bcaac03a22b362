import type { Resource } from '../shared/operations/operation';
import type { YandexPromoPagesApi } from './api';
import { getAll as getBalances } from './balance/getAll';
import { getAll as getCampaigns } from './campaign/getAll';
import { getAll as getPublishers } from './publisher/getAll';
import { create } from './report/create';
import { fetch } from './report/fetch';
import { get, planSlices } from './report/get';
import { getPerformance } from './report/getPerformance';
import { send } from './request/send';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<YandexPromoPagesApi>[] = [
	{ name: 'API Request', value: 'request', operations: [send] },
	{ name: 'Balance', value: 'balance', operations: [getBalances] },
	{ name: 'Campaign', value: 'campaign', operations: [getCampaigns] },
	{ name: 'Publisher', value: 'publisher', operations: [getPublishers] },
	{
		name: 'Report',
		value: 'report',
		isDefault: true,
		defaultOperation: 'get',
		operations: [fetch, getPerformance, get, create, planSlices],
	},
];
