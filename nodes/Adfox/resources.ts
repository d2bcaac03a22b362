import type { Resource } from '../shared/operations/operation';
import type { AdfoxApi } from './api';
import { setFrequency } from './banner/setFrequency';
import { setPlacement } from './campaign/setPlacement';
import { getAll as getDictionary } from './dictionary/getAll';
import { kinds } from './objects/kinds';
import { objects } from './objects/resource';
import { get as getReport, planSlices } from './report/get';
import { getPerformance } from './report/getPerformance';
import { getAll as getReports } from './report/getAll';
import { send } from './request/send';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<AdfoxApi>[] = [
	objects(kinds.advertiser),
	{ name: 'API Request', value: 'request', operations: [send] },
	objects(kinds.banner, [setFrequency]),
	objects(kinds.campaign, [setPlacement]),
	{ name: 'Dictionary', value: 'dictionary', operations: [getDictionary] },
	objects(kinds.place),
	{
		name: 'Report',
		value: 'report',
		isDefault: true,
		operations: [getReport, getPerformance, getReports, planSlices],
		defaultOperation: 'get',
	},
	objects(kinds.site),
	objects(kinds.superCampaign),
	objects(kinds.zone),
];
