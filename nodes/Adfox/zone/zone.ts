import type { Resource } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { zone as methods } from '../catalogue/inventory';
import type { ObjectKind } from '../objects/kind';
import { objectOperations } from '../objects/object-operations';

export const zoneKind: ObjectKind = {
	singular: 'zone',
	plural: 'zones',
	search: 'searchZones',
	methods,
};

export const zone: Resource<AdfoxApi> = {
	name: 'Zone',
	value: 'zone',
	operations: objectOperations(zoneKind),
};
