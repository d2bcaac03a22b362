import type { Resource } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { superCampaign as methods } from '../catalogue/campaign';
import type { ObjectKind } from '../objects/kind';
import { objectOperations } from '../objects/object-operations';

export const superCampaignKind: ObjectKind = {
	singular: 'super campaign',
	plural: 'super campaigns',
	search: 'searchSuperCampaigns',
	methods,
};

export const superCampaign: Resource<AdfoxApi> = {
	name: 'Super Campaign',
	value: 'superCampaign',
	operations: objectOperations(superCampaignKind),
};
