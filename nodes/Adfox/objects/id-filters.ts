import { locatorId } from '../../shared/parameters/locator';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { shown } from '../../shared/parameters/shown';
import { parseIds } from '../../shared/parameters/value-list';
import type { MethodParameter } from '../catalogue';
import { displayNameOf } from './display-name';

/**
 * A filter by IDs that is there but has none, as an expression may leave it, would be passed over by the platform, and
 * zero stands for "all objects" (sheet 7.2): either way everything would come.
 *
 * @param filters the collection as it was entered
 * @throws {ParameterError} which names the filter
 */
export function refuseEmptyIdFilters(
	filters: Readonly<Record<string, unknown>>,
	known: readonly MethodParameter[],
): void {
	for (const { name, type } of known) {
		if ((type !== 'id' && type !== 'ids') || !Object.hasOwn(filters, name)) continue;
		const displayName = displayNameOf(name);
		const value = filters[name];
		const ids = type === 'ids' ? parseIds(value, displayName) : [locatorId(value)].filter(Boolean);
		if (ids.length > 0 && ids.every(isPositive)) continue;
		throw new ParameterError(
			displayName,
			ids.length === 0
				? `${displayName} is empty, which would stand for all of them.`
				: `${displayName} is ${shown(value)}, which is no ID.`,
			'Enter IDs, or remove the filter to get everything.',
		);
	}
}

function isPositive(id: string): boolean {
	return /^\d{1,20}$/.test(id) && !/^0+$/.test(id);
}
