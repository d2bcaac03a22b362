import type { INodeProperties } from 'n8n-workflow';

import { parseMoment } from '../../shared/parameters/calendar-day';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { TIMEZONE } from '../limits';
import type { Condition } from './conditions';

/** A filter that has a name of its own, and the condition that it stands for. */
export interface NamedFilter {
	readonly field: INodeProperties;
	/** @param filters the collection, in which the filter was added */
	readonly condition: (filters: Parameters) => Condition;
}

export function byIds(displayName: string, name: string, field: string, what: string): NamedFilter {
	return {
		field: {
			displayName,
			name,
			type: 'string',
			default: '',
			placeholder: 'e.g. 6617841, 6617842',
			description: `Only ${what}, with commas between their IDs`,
		},
		condition: (filters) => ({ field, lookup: 'in', values: filters.ids(name) }),
	};
}

export const ids = byIds('IDs', 'ids', 'id', 'these objects');

/** Of ad groups, where a client sends it, and of campaigns, which are the same records in VK Ads (sheet 3.2, 3.4). */
export const adPlanIds = byIds('Ad Plan IDs', 'adPlanIds', 'ad_plan_id', 'what is in these ad plans');

export const adGroupIds = byIds('Ad Group IDs', 'adGroupIds', 'ad_group_id', 'what is in these ad groups');

export const status: NamedFilter = {
	field: {
		displayName: 'Status',
		name: 'status',
		type: 'multiOptions',
		options: [
			{ name: 'Active', value: 'active' },
			{ name: 'Blocked', value: 'blocked', description: 'Stopped by its owner or by the platform' },
			{ name: 'Deleted', value: 'deleted' },
		],
		default: [],
		description: 'Only objects with one of these',
	},
	condition: (filters) => {
		const values = filters.list('status');
		return { field: 'status', lookup: values.length === 1 ? 'eq' : 'in', values };
	},
};

/** @param field what the platform compares; a group's is that of its banners too (sheet 3.4) */
export function updatedAfter(field: 'updated' | 'last_updated'): NamedFilter {
	const name = 'updatedAfter';
	return {
		field: {
			displayName: 'Updated After',
			name,
			type: 'dateTime',
			default: '',
			description: 'Only objects that were changed then or later; without a time zone it is Moscow time',
		},
		condition: (filters) => {
			const moment = parseMoment(filters.value(name), filters.displayName(name), TIMEZONE);
			return { field, lookup: 'gte', values: [moment.toFormat('yyyy-MM-dd HH:mm:ss')] };
		},
	};
}

/**
 * The conditions of those that were added.
 *
 * @throws {ParameterError} one without a value, which must not widen the list
 */
export function namedConditions(parameters: Parameters, filters: readonly NamedFilter[]): Condition[] {
	const given = parameters.collection('filters');
	return filters.flatMap(({ field: { name }, condition }) => {
		if (given.value(name) === undefined) return [];
		const read = condition(given);
		if (read.values.length > 0) return [read];
		const displayName = given.displayName(name);
		throw new ParameterError(
			displayName,
			`${displayName} in Filters is empty.`,
			'An empty filter would not filter. Enter a value, or remove it.',
		);
	});
}
