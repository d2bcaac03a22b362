import { describe, expect, it } from '@jest/globals';

import { ExactNumber } from '../../../../connector/rows';
import { choiceField } from '../../../../nodes/shared/parameters/choice-field';
import {
	conditionEntries,
	conditionsFilter,
	filtersField,
} from '../../../../nodes/shared/parameters/conditions';
import { idChoice, idFields, idScope } from '../../../../nodes/shared/parameters/id-scope';
import { parseJson } from '../../../../nodes/shared/parameters/json';
import { locatorField } from '../../../../nodes/shared/parameters/locator';
import { asNumber } from '../../../../nodes/shared/parameters/simplify';
import { parameterErrorOf, parametersOf } from './parameters-of';

describe('a choice field', () => {
	const level = choiceField({
		displayName: 'Level',
		name: 'level',
		type: 'options',
		options: [
			{ name: 'Campaigns', value: 'campaigns', description: 'As a whole' },
			{ name: 'Previews', value: 'previews' },
		],
		default: 'previews',
	});

	it('reads the values that it offers, and no other one', () => {
		expect(level.values).toEqual(['campaigns', 'previews']);
		expect(level.read(parametersOf({ level: 'campaigns' }, [level.field]))).toBe('campaigns');
		const refused = parametersOf({ level: 'covers' }, [level.field]);
		expect(parameterErrorOf(() => level.read(refused))).toMatchObject({
			message: 'Level is "covers", which is not one of its values.',
			advice: 'Use one of: campaigns, previews.',
		});
	});

	it('is undefined as an option that nobody added', () => {
		expect(level.readOption(parametersOf({ options: {} }))).toBeUndefined();
		expect(level.readOption(parametersOf({ options: { level: 'previews' } }))).toBe('previews');
		expect(parameterErrorOf(() => level.readOption(parametersOf({ options: { level: 'x' } })))).toBeDefined();
	});
});

describe('ids', () => {
	const campaign = { one: 'campaign', load: 'getCampaigns', example: '12, 13' };
	const scope = idScope({
		...campaign,
		options: [
			{ name: 'Active', value: 'active' },
			{ name: 'All', value: 'all' },
		],
		description: 'Which ones',
	});

	it('are a list and a text, read together without repeats', () => {
		const { list, text, read } = idFields({ ...campaign, dependsOn: ['publisherId'] });
		expect([list, text]).toMatchObject([
			{
				displayName: 'Campaign Names or IDs',
				name: 'campaignIds',
				typeOptions: { loadOptionsMethod: 'getCampaigns', loadOptionsDependsOn: ['publisherId'] },
			},
			{ displayName: 'Campaign IDs', name: 'campaignIdList', placeholder: 'e.g. 12, 13' },
		]);
		expect(read(parametersOf({ campaignIds: ['1', 2], campaignIdList: '2, 3' }))).toEqual(['1', '2', '3']);
		expect(parameterErrorOf(() => read(parametersOf({ campaignIds: ['a1'] })))).toBeDefined();
		const opaque = idFields({ ...campaign, opaque: true });
		expect(opaque.read(parametersOf({ campaignIds: ['a1'] }))).toEqual(['a1']);
	});

	it('come only with the scope that wants them, from a list or typed in', () => {
		const [kinds, list, text] = scope.fields;
		expect(kinds).toMatchObject({ displayName: 'Campaigns', name: 'campaignScope', default: 'all' });
		expect(kinds?.options).toMatchObject(
			['Active', 'All', 'By ID', 'From List'].map((name) => ({ name, value: expect.any(String) })),
		);
		expect([list, text]).toMatchObject([
			{ name: 'campaignIds', displayOptions: { show: { campaignScope: ['selected'] } } },
			{ name: 'campaignIdList', displayOptions: { show: { campaignScope: ['byId'] } } },
		]);
		expect(scope.names).toEqual(['campaignScope', 'campaignIds', 'campaignIdList']);
		const read = (campaignScope: string) =>
			scope.read(parametersOf({ campaignScope, campaignIds: ['7'], campaignIdList: '8, 9' }));
		expect(read('active')).toEqual({ kind: 'active', ids: undefined });
		// In whichever way they are chosen, they are the same report.
		expect(read('selected')).toEqual({ kind: 'selected', ids: ['7'] });
		expect(read('byId')).toEqual({ kind: 'selected', ids: ['8', '9'] });
	});

	it('are chosen in the same two ways where all of them are nothing to choose', () => {
		const choice = idChoice({ ...campaign, one: 'super campaign', value: 'superCampaign' });
		expect(choice.fields).toMatchObject([
			{ displayName: 'Super Campaigns', name: 'superCampaignScope', default: 'selected' },
			{ displayName: 'Super Campaign Names or IDs', name: 'superCampaignIds' },
			{ displayName: 'Super Campaign IDs', name: 'superCampaignIdList' },
		]);
		const of = (superCampaignScope: string, ids: object) =>
			parametersOf(
				{ superCampaignScope, superCampaignIds: [], superCampaignIdList: '', ...ids },
				choice.fields,
			);
		expect(choice.read(of('selected', { superCampaignIds: [7] }))).toEqual(['7']);
		expect(choice.read(of('byId', { superCampaignIds: [7], superCampaignIdList: '8' }))).toEqual(['8']);
		expect(parameterErrorOf(() => choice.read(of('byId', {})))).toMatchObject({
			message: 'Super Campaigns is By ID, but Super Campaign IDs is empty.',
			advice: 'Choose at least one super campaign.',
		});
	});

	it('of a slice are fed back as a list', () => {
		expect(scope.ofSlice({ ids: ['7'] })).toEqual({ campaignScope: 'selected', campaignIds: ['7'] });
		expect(scope.ofSlice({})).toEqual({ campaignScope: 'all' });
	});

	it.each([
		['selected', 'From List', 'Campaign Names or IDs'],
		['byId', 'By ID', 'Campaign IDs'],
	])('have to be there with %s, which would not mean "all"', (campaignScope, choice, parameter) => {
		const nothing = parametersOf({ campaignScope, campaignIds: [], campaignIdList: ' , ' });
		expect(parameterErrorOf(() => scope.read(nothing))).toMatchObject({
			parameter,
			message: `Campaigns is ${choice}, but ${parameter} is empty.`,
			advice: 'Choose campaigns, or set Campaigns to All.',
		});
	});

	it('have no other scope', () => {
		expect(parameterErrorOf(() => scope.read(parametersOf({ campaignScope: 'some' })))).toBeDefined();
	});
});

describe('a locator', () => {
	const field = locatorField({
		displayName: 'Campaign',
		name: 'id',
		search: 'searchCampaigns',
		placeholder: 'Choose a campaign...',
		example: '427',
	});

	it('is chosen from a list or typed in', () => {
		expect(field.modes).toMatchObject([
			{ typeOptions: { searchListMethod: 'searchCampaigns' } },
			{ displayName: 'By ID', placeholder: 'e.g. 427' },
		]);
	});

	it.each([
		[{ mode: 'list', value: '7' }, '7'],
		[{ mode: 'id', value: ' 12345678901234567890 ' }, '12345678901234567890'],
		[7, '7'],
		['007', '7'],
	])('%p is the id %s', (value, id) => {
		expect(parametersOf({ id: value }, [field]).id('id')).toBe(id);
	});

	it.each([
		['', 'Campaign is not set.'],
		[{ mode: 'list', value: '' }, 'Campaign is not set.'],
		['1/banners', 'Campaign is "1/banners", which is no ID of one object.'],
		[0, 'Campaign is "0", which is no ID of one object.'],
		['00', 'Campaign is "00", which is no ID of one object.'],
		[-1, 'Campaign is "-1", which is no ID of one object.'],
		[12345678901234567000, 'Campaign is "1.2345678901234567e+19", which is no ID of one object.'],
		['["7"]', 'Campaign is "["7"]", which is no ID of one object.'],
	])('refuses %p as an id', (value, message) => {
		expect(parameterErrorOf(() => parametersOf({ id: value }, [field]).id('id')).message).toBe(message);
	});
});

describe('conditions', () => {
	const filters = filtersField([conditionsFilter('All of them', [])]);
	const entries = (values: unknown) =>
		conditionEntries(parametersOf({ filters: { conditions: { values } } }, [filters]));

	it('come as a list, or one alone from an expression', () => {
		expect(entries([{ field: 'id' }, { field: 'status' }])).toEqual([{ field: 'id' }, { field: 'status' }]);
		expect(entries({ field: 'id' })).toEqual([{ field: 'id' }]);
		expect(entries(undefined)).toEqual([]);
		expect(conditionEntries(parametersOf({}))).toEqual([]);
	});

	it('that are none are empty ones, which must not get lost', () => {
		expect(entries(['id', null])).toEqual([{}, {}]);
	});
});

describe('JSON', () => {
	it.each([
		['{"a":1}', { a: 1 }],
		[{ a: 1 }, { a: 1 }],
		[' ', undefined],
		[null, undefined],
		['[12345678901234567890,7]', [new ExactNumber('12345678901234567890'), 7]],
		['12345678901234567890', '12345678901234567890'],
	])('%p is %p', (value, parsed) => {
		expect(parseJson(value, 'Body')).toEqual(parsed);
	});

	it('that is none stays out of the message, since it may hold a password', () => {
		expect(parameterErrorOf(() => parseJson('{ password: secret', 'Body', 'Use an object.'))).toMatchObject({
			message: 'Body is no valid JSON.',
			advice: expect.stringMatching(
				/^Use an object\. In an expression .*\{\{ JSON\.stringify\(\$json\.name\) \}\}/,
			),
		});
	});
});

describe('a number from text', () => {
	it.each([
		['12', 12],
		['-5', -5],
		['0.50', 0.5],
		['9007199254740991', 9007199254740991],
		['9007199254740993', '9007199254740993'],
		['0.1234567890123456789', '0.1234567890123456789'],
		['12345678901234.567', '12345678901234.567'],
		['9007199254740993.0', '9007199254740993.0'],
		['0.30000000000000004', 0.30000000000000004],
		['0.00000012345678', 1.2345678e-7],
		['007.5', 7.5],
		['1e-05', '1e-05'],
		['1.2.3', '1.2.3'],
		['', ''],
		[' 1', ' 1'],
		[null, null],
	])('%p is %p', (value, expected) => {
		expect(asNumber(value)).toBe(expected);
	});

	it('has an exponent where the platform writes one', () => {
		expect(asNumber('1e-05', true)).toBe(0.00001);
		expect(asNumber('1E20', true)).toBe('1E20');
		for (const lost of ['1e400', '-1e400', '1e-400', '1.234567890123456789e5'])
			expect(asNumber(lost, true)).toBe(lost);
	});
});
