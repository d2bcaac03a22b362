import type { INodeProperties } from 'n8n-workflow';

import { parseMoment } from '../../shared/parameters/calendar-day';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { parseList } from '../../shared/parameters/value-list';
import { TIMEZONE } from '../limits';

const LOOKUPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'startswith'] as const;

export type Lookup = (typeof LOOKUPS)[number];

export interface Condition {
	/** Without the underscores of the query. */
	readonly field: string;
	readonly lookup: Lookup;
	/** One value, but for `in` and `not_in`. Never empty. */
	readonly values: readonly string[];
}

/** @param hint what can be filtered by */
export function filtersField(hint: string): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Conditions',
				name: 'conditions',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Condition',
				default: {},
				description: hint,
				options: [{ displayName: 'Condition', name: 'values', values: CONDITION_FIELDS }],
			},
		],
	};
}

const CONDITION_FIELDS: INodeProperties[] = [
	{
		displayName: 'Field',
		name: 'field',
		type: 'string',
		default: '',
		placeholder: 'e.g. status',
		description: 'Its API name; which ones can be filtered by depends on the resource',
	},
	{
		displayName: 'Lookup',
		name: 'lookup',
		type: 'options',
		options: [
			{ name: 'Equal', value: 'eq' },
			{ name: 'Greater Than', value: 'gt' },
			{ name: 'Greater Than or Equal', value: 'gte' },
			{ name: 'In List', value: 'in' },
			{ name: 'Less Than', value: 'lt' },
			{ name: 'Less Than or Equal', value: 'lte' },
			{ name: 'Not Equal', value: 'ne' },
			{ name: 'Not in List', value: 'not_in' },
			{ name: 'Starts With', value: 'startswith' },
		],
		default: 'eq',
		description: 'How to compare; not every resource has every lookup',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. active',
		description: 'Several with commas between them. Dates and times as 2018-01-31 00:00:00, Moscow time.',
	},
];

/** @throws {ParameterError} a condition without a field or a value, which must not widen the list */
export function readConditions(parameters: Parameters): Condition[] {
	const given = parameters.collection('filters').collection('conditions').value('values');
	const entries = Array.isArray(given) ? (given as unknown[]) : given === undefined ? [] : [given];
	return entries.map((entry) => {
		const condition = new EntryReader(entry);
		return { field: condition.field(), lookup: condition.lookup(), values: condition.values() };
	});
}

class EntryReader {
	private readonly entry: Readonly<Record<string, unknown>>;

	constructor(entry: unknown) {
		this.entry = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
	}

	/** As in the documentation or as the query has it: `status` or `_status`. */
	field(): string {
		const [name = '', ...more] = parseList(this.entry.field, 'Field');
		const field = name.replace(/^_+/, '');
		if (more.length === 0 && /^\w+$/.test(field)) return field;
		throw new ParameterError('Field', 'Field of a filter condition is not the name of a field.');
	}

	lookup(): Lookup {
		const lookup = this.entry.lookup ?? 'eq';
		const found = LOOKUPS.find((known) => known === lookup);
		if (found !== undefined) return found;
		throw new ParameterError(
			'Lookup',
			'Lookup of a filter condition is not one of its values.',
			`Use one of: ${LOOKUPS.join(', ')}.`,
		);
	}

	values(): string[] {
		const lookup = this.lookup();
		const value = dateText(this.entry.value);
		const values = lookup === 'in' || lookup === 'not_in' ? parseList(value, 'Value') : [oneText(value)];
		if (values.length > 0 && values[0] !== '') return values;
		throw new ParameterError(
			'Value',
			`Value of the filter condition on "${this.field()}" is empty.`,
			'An empty value would not filter. Enter one, or remove the condition.',
		);
	}
}

function oneText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return Array.isArray(value) ? parseList(value, 'Value').join(',') : '';
}

/** As n8n writes a date that became JSON on its way. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\S+$/;

/** Dates of n8n's expressions become what the API takes (trap 15). */
function dateText(value: unknown): unknown {
	const isDate =
		typeof value === 'string'
			? ISO_TIME.test(value)
			: value instanceof Date || (typeof value === 'object' && value !== null && 'toMillis' in value);
	return isDate ? parseMoment(value, 'Value', TIMEZONE).toFormat('yyyy-MM-dd HH:mm:ss') : value;
}
