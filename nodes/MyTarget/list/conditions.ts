import type { INodeProperties } from 'n8n-workflow';

import { cutIds } from '../../../connector/slices';
import { parseMoment } from '../../shared/parameters/calendar-day';
import { choiceField } from '../../shared/parameters/choice-field';
import { conditionEntries, conditionsFilter, filtersField } from '../../shared/parameters/conditions';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { jsonListIn, mergeLists, parseList, wholeNumberId } from '../../shared/parameters/value-list';
import type { Query } from '../api';
import { FILTER_VALUES, TIMEZONE } from '../limits';

const lookupField = choiceField({
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
});

export type Lookup = (typeof lookupField.values)[number];

export interface Condition {
	/** Without the underscores of the query. */
	readonly field: string;
	readonly lookup: Lookup;
	/** One value, but for `in` and `not_in`. Never empty. */
	readonly values: readonly string[];
}

/** A field that is not in the list. */
const OTHER = 'other';

const comparedField: INodeProperties = {
	displayName: 'Field',
	name: 'field',
	type: 'options',
	allowArbitraryValues: true,
	default: '',
	description: 'What to compare, by its API name',
};

/**
 * @param known fields that can be filtered by; more can be typed in
 * @param named filters that have a name of their own
 */
export function filters(
	hint: string,
	known: readonly string[],
	named: readonly INodeProperties[] = [],
): INodeProperties {
	return filtersField([
		...named,
		conditionsFilter(hint, [
			{
				...comparedField,
				options: [...known.map((name) => ({ name, value: name })), { name: 'Other', value: OTHER }],
				default: known[0] ?? OTHER,
			},
			{
				displayName: 'Other Field',
				name: 'otherField',
				type: 'string',
				default: '',
				placeholder: 'e.g. objective',
				displayOptions: { show: { field: [OTHER] } },
				description: 'The API name of a field that the list lacks',
			},
			lookupField.field,
			{
				displayName: 'Value',
				name: 'value',
				type: 'string',
				default: '',
				placeholder: 'e.g. active',
				description: 'Several with commas between them. Dates and times as 2018-01-31 00:00:00, Moscow time.',
			},
		]),
	]);
}

/** @throws {ParameterError} a condition without a field or a value, which must not widen the list */
export function readConditions(parameters: Parameters): Condition[] {
	return conditionEntries(parameters).map((entry) => {
		const field = fieldOf(entry.field === OTHER ? entry.otherField : entry.field);
		const lookup = lookupOf(entry.lookup ?? 'eq');
		return { field, lookup, values: valuesOf(entry.value, field, lookup) };
	});
}

/** As in the documentation or as the query has it: `status` or `_status`. */
function fieldOf(given: unknown): string {
	const [name = '', ...more] = parseList(given, 'Field');
	const field = name.replace(/^_+/, '');
	if (more.length === 0 && /^\w+$/.test(field)) return field;
	throw new ParameterError('Field', 'Field of a filter condition is not the name of a field.');
}

function lookupOf(given: unknown): Lookup {
	const found = lookupField.values.find((known) => known === given);
	if (found !== undefined) return found;
	throw new ParameterError(
		'Lookup',
		'Lookup of a filter condition is not one of its values.',
		`Use one of: ${lookupField.values.join(', ')}.`,
	);
}

function valuesOf(given: unknown, field: string, lookup: Lookup): string[] {
	const value = dateText(given);
	const values = NAMES_IDS.test(field)
		? idsIn(value)
		: lookup === 'in' || lookup === 'not_in'
			? parseList(value, 'Value')
			: [oneText(value)];
	if (values.length > 0 && values[0] !== '') return values;
	throw new ParameterError(
		'Value',
		`Value of the filter condition on "${field}" is empty.`,
		'An empty value would not filter. Enter one, or remove the condition.',
	);
}

const NAMES_IDS = /(^|_)id$/;

/** In whatever way they are written, so that no two batches ask for the same object. */
function idsIn(value: unknown): string[] {
	return mergeLists(parseList(value, 'Value').map((id) => wholeNumberId(id) ?? id));
}

/** Of a name, which may begin like a list in JSON; what is one in full is taken for it. */
function oneText(given: unknown): string {
	const value = typeof given === 'string' ? (jsonListIn(given) ?? given) : given;
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

/** Ids that are asked for by nothing but themselves, so that those without an answer are known. */
export function idsAskedFor([condition, ...others]: readonly Condition[]): readonly string[] {
	if (condition?.field !== 'id' || others.length > 0) return [];
	return condition.lookup === 'eq' || condition.lookup === 'in' ? condition.values : [];
}

/**
 * `_status=active`, `_status__ne=active`, `_id__in=1,2,3` (sheet 3.0.1).
 *
 * @throws {ParameterError} the same twice, of which the platform would take whichever it likes
 */
export function conditionQuery(conditions: readonly Condition[]): Query {
	const query = new Map<string, string>();
	for (const { field, lookup, values } of conditions) {
		const name = lookup === 'eq' ? `_${field}` : `_${field}__${lookup}`;
		if (query.has(name))
			throw new ParameterError(
				'Filters',
				`Filters compares "${field}" twice in the same way.`,
				'Put all values into one filter, with commas between them.',
			);
		query.set(name, values.join(','));
	}
	return [...query];
}

/**
 * The same conditions with at most so many values each as the platform takes. Several lists together give what the
 * conditions mean, each object once, because one object has one value of a field.
 *
 * @throws {ParameterError} what no splitting can help
 */
export function conditionBatches(conditions: readonly Condition[]): (readonly Condition[])[] {
	const long = conditions.filter(({ values }) => values.length > FILTER_VALUES);
	const [cut, ...others] = long;
	if (cut === undefined) return [conditions];
	if (others.length > 0 || cut.lookup !== 'in')
		throw new ParameterError(
			'Value',
			`Value of a filter condition has more than ${FILTER_VALUES} entries. That works for one condition with the lookup In List.`,
		);
	return cutIds(cut.values, FILTER_VALUES).map((values) =>
		conditions.map((condition) => (condition === cut ? { ...cut, values } : condition)),
	);
}
