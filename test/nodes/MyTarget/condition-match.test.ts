import { describe, expect, it } from '@jest/globals';

import { matches } from '../../../nodes/MyTarget/list/condition-match';
import type { Lookup } from '../../../nodes/MyTarget/list/conditions';

const fits = (value: unknown, lookup: Lookup, ...values: string[]) =>
	matches({ field: value }, [{ field: 'field', lookup, values }]);

describe('a condition on a field that holds a list', () => {
	const flags = ['geo_tree', 'rb_active'];

	it('Equal and In List: holds every value (trap 35)', () => {
		expect(fits(flags, 'eq', 'geo_tree')).toBe(true);
		expect(fits(flags, 'in', 'geo_tree', 'rb_active')).toBe(true);
		expect(fits(flags, 'in', 'geo_tree', 'other')).toBe(false);
	});

	it('Not Equal and Not in List: holds none of them', () => {
		expect(fits(flags, 'ne', 'other')).toBe(true);
		expect(fits(flags, 'not_in', 'other', 'rb_active')).toBe(false);
		expect(fits([], 'ne', 'other')).toBe(true);
	});

	it('every other lookup: has an element that fits', () => {
		expect(fits(flags, 'startswith', 'rb_')).toBe(true);
		expect(fits(flags, 'startswith', 'rb_active_')).toBe(false);
		expect(fits([1, 20], 'gt', '9')).toBe(true);
		expect(fits([1, 20], 'gt', '20')).toBe(false);
		expect(fits([1, 20], 'gte', '20')).toBe(true);
		expect(fits([10, 20], 'lt', '9')).toBe(false);
		expect(fits([1, 20], 'lt', '9')).toBe(true);
		expect(fits([10, 20], 'lte', '10')).toBe(true);
		expect(fits([], 'startswith', '')).toBe(false);
	});
});

describe('a condition on a field that holds one value', () => {
	it.each<[unknown, Lookup, string[], boolean]>([
		['active', 'eq', ['active'], true],
		['active', 'in', ['blocked', 'active'], true],
		['active', 'not_in', ['blocked', 'active'], false],
		['active', 'ne', ['blocked'], true],
		['active', 'startswith', ['act'], true],
		[10, 'gt', ['9'], true],
		[10, 'lte', ['9'], false],
		['2024-01-31', 'lt', ['2024-02-01'], true],
		[null, 'eq', ['null'], false],
	])('%p %s %p: %p', (value, lookup, values, expected) => {
		expect(fits(value, lookup, ...values)).toBe(expected);
	});
});
