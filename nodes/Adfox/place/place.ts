import type { Resource } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { place as methods } from '../catalogue/inventory';
import type { ObjectKind } from '../objects/kind';
import { objectOperations } from '../objects/object-operations';

export const placeKind: ObjectKind = {
	singular: 'place',
	plural: 'places',
	search: 'searchPlaces',
	methods,
};

export const place: Resource<AdfoxApi> = {
	name: 'Place',
	value: 'place',
	operations: objectOperations(placeKind),
};
