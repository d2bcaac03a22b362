import type { Resource } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { site as methods } from '../catalogue/inventory';
import type { ObjectKind } from '../objects/kind';
import { objectOperations } from '../objects/object-operations';

export const siteKind: ObjectKind = {
	singular: 'site',
	plural: 'sites',
	search: 'searchSites',
	methods,
};

export const site: Resource<AdfoxApi> = {
	name: 'Site',
	value: 'site',
	operations: objectOperations(siteKind),
};
