import type { Resource } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { banner as methods } from '../catalogue/banner';
import type { ObjectKind } from '../objects/kind';
import { objectOperations } from '../objects/object-operations';
import { setFrequency } from './setFrequency';

export const bannerKind: ObjectKind = {
	singular: 'banner',
	plural: 'banners',
	search: 'searchBanners',
	methods,
};

const operations = [...objectOperations(bannerKind), setFrequency(bannerKind)];

export const banner: Resource<AdfoxApi> = {
	name: 'Banner',
	value: 'banner',
	operations: operations.sort((a, b) => a.name.localeCompare(b.name, 'en')),
};
