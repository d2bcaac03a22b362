import type { Resource } from '../shared/operations';
import { advertiser } from './advertiser/advertiser';
import type { AdfoxApi } from './api';
import { banner } from './banner/banner';
import { campaign } from './campaign/campaign';
import { getAll as getDictionary } from './dictionary/getAll';
import { place } from './place/place';
import { get as getReport } from './report/get';
import { getAll as getReports } from './report/getAll';
import { planSlices } from './report/planSlices';
import { send } from './request/send';
import { site } from './site/site';
import { superCampaign } from './superCampaign/superCampaign';
import { zone } from './zone/zone';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<AdfoxApi>[] = [
	advertiser,
	{ name: 'API Request', value: 'request', operations: [send] },
	banner,
	campaign,
	{ name: 'Dictionary', value: 'dictionary', operations: [getDictionary] },
	place,
	{ name: 'Report', value: 'report', operations: [getReport, getReports, planSlices] },
	site,
	superCampaign,
	zone,
];
