import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Slice } from '../../../connector/slices';
import type { Parameters } from '../../shared/parameters/parameters';
import { performanceLevel } from '../../shared/report/performance';
import { objectScopes, type ObjectScope } from './object-scope';

export const level = performanceLevel({
	account: 'A row for the account as a whole',
	campaign: 'A row per campaign («Кампания»): an ad plan of VK Ads, a campaign of myTarget',
	ad_group: 'A row per group («Группа»); VK Ads only',
	ad: 'A row per ad («Объявление»), which the API calls banner',
});

export type Level = ReturnType<(typeof level)['read']>;

/** What the API calls the objects of a level; of the account there is one only. */
export const LEVEL_TYPES = { campaign: 'auto', ad_group: 'ad_groups', ad: 'banners' } as const;

const scopes = objectScopes(level.field.name, LEVEL_TYPES);
const [scopeField, ...idFields] = scopes.fields;

/** Which objects of the level to count. */
export const performanceScope = {
	fields: [
		...(scopeField === undefined
			? []
			: [{ ...scopeField, displayOptions: { show: { [level.field.name]: Object.keys(LEVEL_TYPES) } } }]),
		...idFields,
	] satisfies INodeProperties[],

	/** @throws {ParameterError} "selected" without an id, which would not mean "all" */
	read: (parameters: Parameters, of: Level): ObjectScope =>
		of === 'account' ? { type: 'users', kind: 'all', ids: undefined } : scopes.read(parameters, of),

	ofSlice: (slice: Slice, of: Level, { kind }: ObjectScope): IDataObject =>
		of === 'account' ? {} : scopes.ofSlice(slice, of, kind),
};
