import type { Resource } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { campaign as methods } from '../catalogue/campaign';
import type { ObjectKind } from '../objects/kind';
import { objectOperations } from '../objects/object-operations';
import { setPlacement } from './setPlacement';

export const campaignKind: ObjectKind = {
	singular: 'campaign',
	plural: 'campaigns',
	search: 'searchCampaigns',
	methods,
};

const inherited = { name: 'advertiserID', from: 'superCampaignID' };
const operations = [...objectOperations(campaignKind, inherited), setPlacement(campaignKind)];

export const campaign: Resource<AdfoxApi> = {
	name: 'Campaign',
	value: 'campaign',
	operations: operations.sort((a, b) => a.name.localeCompare(b.name, 'en')),
};
