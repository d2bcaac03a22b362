import type { Resource } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { advertiser as methods } from '../catalogue/users';
import type { ObjectKind } from '../objects/kind';
import { objectOperations } from '../objects/object-operations';

export const advertiserKind: ObjectKind = {
	singular: 'advertiser',
	plural: 'advertisers',
	search: 'searchAdvertisers',
	methods,
};

export const advertiser: Resource<AdfoxApi> = {
	name: 'Advertiser',
	value: 'advertiser',
	operations: objectOperations(advertiserKind),
};
