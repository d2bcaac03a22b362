import type { INodeProperties } from 'n8n-workflow';

import { asObject, parseJson } from '../../shared/parameters/json';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { shown } from '../../shared/parameters/shown';

/** Both objects of a request that hold filters, by their keys. */
export interface Filters {
	readonly InteractionFilter: Readonly<Record<string, unknown>>;
	readonly TargetFilter: Readonly<Record<string, unknown>>;
}

/** By each filter that a report has a field for, what the field is called. */
export type OwnFilters = Readonly<Record<keyof Filters, Readonly<Record<string, string>>>>;

/** All keys of the filters are not documented (sheet section 7), so others can be sent. */
export const extraFiltersOption: INodeProperties = {
	displayName: 'Extra Filters (JSON)',
	name: 'extraFilters',
	type: 'json',
	default: '',
	placeholder: 'e.g. { "TargetFilter": { "EcomItemCategory1": ["Sofas"] } }',
	description:
		'Filters that this node has no field for, under their API names: an object with InteractionFilter, TargetFilter or both. They are sent as they are.',
};

const FORM = 'Use an object such as { "InteractionFilter": { "Name": ["value"] } }.';

/** @throws {ParameterError} another form, a filter without anything in it, or one that the report has a field for */
export function readExtraFilters(parameters: Parameters, own: OwnFilters): Filters {
	const displayName = parameters.displayName(extraFiltersOption.name);
	const refused = (what: string, advice: string) =>
		new ParameterError(displayName, `${displayName} ${what}`, advice);
	const given = parseJson(parameters.option(extraFiltersOption.name), displayName, FORM) ?? {};
	const extra = asObject(given);
	if (given !== extra) throw refused(`is ${shown(given)}, which is no object.`, FORM);
	for (const [group, filters] of Object.entries(extra)) {
		if (!isGroup(group))
			throw refused(`contains ${shown(group)}, which is neither InteractionFilter nor TargetFilter.`, FORM);
		if (asObject(filters) !== filters) throw refused(`has no object as its ${group}.`, FORM);
		for (const [name, value] of Object.entries(filters)) {
			const field = Object.hasOwn(own[group], name) ? own[group][name] : undefined;
			if (field !== undefined)
				throw refused(`contains ${group}.${name}, which the node sets itself.`, `Use ${field} instead.`);
			// An empty filter could mean "nothing" or "no filter" (sheet T22).
			if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
				throw refused(`has nothing in ${group}.${name}.`, 'Take the filter out, or give it a value.');
		}
	}
	return {
		InteractionFilter: asObject(extra.InteractionFilter),
		TargetFilter: asObject(extra.TargetFilter),
	};
}

/** The filters of a request: the report's own and the others. Those without a key stay out, since an empty one may mean "all". */
export function sentFilters(own: Partial<Filters>, extra: Filters): Partial<Filters> {
	const InteractionFilter = { ...own.InteractionFilter, ...extra.InteractionFilter };
	const TargetFilter = { ...own.TargetFilter, ...extra.TargetFilter };
	return {
		...(Object.keys(InteractionFilter).length === 0 ? {} : { InteractionFilter }),
		...(Object.keys(TargetFilter).length === 0 ? {} : { TargetFilter }),
	};
}

function isGroup(name: string): name is keyof Filters {
	return name === 'InteractionFilter' || name === 'TargetFilter';
}
