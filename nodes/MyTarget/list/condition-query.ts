import { cutIds } from '../../../connector/slices';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Query } from '../api';
import { FILTER_VALUES } from '../limits';
import type { Condition } from './conditions';

/** `_status=active`, `_status__ne=active`, `_id__in=1,2,3` (sheet 3.0.1). */
export function conditionQuery(conditions: readonly Condition[]): Query {
	return conditions.map(({ field, lookup, values }) => [
		lookup === 'eq' ? `_${field}` : `_${field}__${lookup}`,
		values.join(','),
	]);
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
