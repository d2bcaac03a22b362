import type { Resource } from '../shared/operations/operation';
import { advertiser } from './advertiser/advertiser';
import type { AdfoxApi } from './api';
import { banner } from './banner/banner';
import { campaign } from './campaign/campaign';
import { getAll as getDictionary } from './dictionary/getAll';
import { place } from './place/place';
import { get as getReport, planSlices } from './report/get';
import { getAll as getReports } from './report/getAll';
import { send } from './request/send';
import { site } from './site/site';
import { superCampaign } from './superCampaign/superCampaign';
import { zone } from './zone/zone';

/** A fresh node reads: the first operation in the alphabet is Create, which nobody wants by mistake. */
function ofObjects(resource: Resource<AdfoxApi>): Resource<AdfoxApi> {
	return { ...resource, defaultOperation: 'getAll' };
}

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<AdfoxApi>[] = [
	ofObjects(advertiser),
	{ name: 'API Request', value: 'request', operations: [send] },
	ofObjects(banner),
	{ ...ofObjects(campaign), isDefault: true },
	{ name: 'Dictionary', value: 'dictionary', operations: [getDictionary] },
	ofObjects(place),
	{
		name: 'Report',
		value: 'report',
		operations: [getReport, getReports, planSlices],
		defaultOperation: 'get',
	},
	ofObjects(site),
	ofObjects(superCampaign),
	ofObjects(zone),
];
