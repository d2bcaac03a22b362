import { describe, expect, it } from '@jest/globals';

import {
	filtersBox,
	leavesOut,
	pageFilters,
	passesAll,
	passesArchived,
	readFilters,
	type Filters,
} from '../../../../nodes/YandexPromoPages/campaign/filters';
import { parameterErrorOf, parametersOf } from '../../shared/parameters/parameters-of';

const read = (filters: object) => readFilters(parametersOf({ filters }, [filtersBox]));
const NONE: Filters = { ids: [], startFrom: undefined, types: [], strategies: [], archived: undefined };

describe('the filters of campaigns', () => {
	it('are none where none were added', () => {
		expect(read({})).toEqual(NONE);
		expect(read({ startFrom: '' })).toEqual(NONE);
		expect(pageFilters(NONE)).toStrictEqual({});
	});

	it('are read in the form of the platform', () => {
		const filters = read({
			...{ campaignIds: ['a'], campaignIdList: 'b', startFrom: '2024-03-01', archived: false },
			...{ campaignTypes: ['post', 'video'], campaignStrategies: 'cpm, clickout' },
		});
		expect(filters).toEqual({
			ids: ['a', 'b'],
			startFrom: '2024-02-29T21:00:00Z',
			types: ['post', 'video'],
			strategies: ['cpm', 'clickout'],
			archived: false,
		});
		expect(pageFilters(filters)).toStrictEqual({
			startFrom: '2024-02-29T21:00:00Z',
			campaignTypes: 'post,video',
			campaignStrategies: 'cpm,clickout',
		});
		expect(parameterErrorOf(() => read({ startFrom: 'soon' })).parameter).toBe('Start From');
	});

	it.each<[Partial<Filters>, boolean, boolean]>([
		[{}, false, false],
		[{ ids: ['a'] }, false, false],
		[{ archived: false }, true, true],
		[{ startFrom: '2024-03-01T00:00:00Z' }, false, true],
		[{ types: ['post'] }, false, true],
		[{ strategies: ['cpm'] }, false, true],
	])('%j leave campaigns out of pages: %s, and of answers by ids', (some, ofPages, ofIds) => {
		const filters = { ...NONE, ...some };
		expect(leavesOut(filters, false)).toBe(ofPages);
		expect(leavesOut(filters, true)).toBe(ofIds);
	});
});

describe('a campaign', () => {
	it.each([
		[undefined, true, true],
		[undefined, undefined, true],
		[true, true, true],
		[true, undefined, false],
		[true, 'yes', false],
		[false, undefined, true],
		[false, null, true],
		[false, true, false],
	])('passes the filter archived %p with the flag %p: %p', (archived, isArchived, passes) => {
		expect(passesArchived({ ...NONE, archived }, { id: '1', isArchived })).toBe(passes);
		expect(passesAll({ ...NONE, archived }, { id: '1', isArchived })).toBe(passes);
	});

	it.each<[Partial<Filters>, object, boolean]>([
		[{ types: ['post', 'video'] }, { type: 'video' }, true],
		[{ types: ['post'] }, { type: 'video' }, false],
		[{ types: ['post'] }, {}, false],
		[{ strategies: ['cpm'] }, { strategy: { name: 'cpm' } }, true],
		[{ strategies: ['cpm'] }, { strategy: { name: 'clickout' } }, false],
		[{ strategies: ['cpm'] }, { strategy: 'cpm' }, false],
		[{ strategies: ['cpm'] }, {}, false],
		[{ startFrom: '2024-03-01T00:00:00Z' }, { start: 1_800_000_000_000 }, false],
		[{ startFrom: '2024-03-01T00:00:00Z', types: ['post'] }, { type: 'post' }, false],
	])('by ids with %j and %j passes: %p', (some, campaign, passes) => {
		expect(passesAll({ ...NONE, ...some }, { id: '1', ...campaign })).toBe(passes);
	});
});
