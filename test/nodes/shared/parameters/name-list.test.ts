import { describe, expect, it } from '@jest/globals';

import { nameList } from '../../../../nodes/shared/parameters/name-list-field';
import { parameterErrorOf, parametersOf } from './parameters-of';

const columns = nameList({
	known: ['Clicks', { name: 'Click Rate', value: 'CTR', description: 'Clicks by impressions' }],
	displayName: 'Fields',
	name: 'fields',
	required: true,
	default: ['Clicks'],
	description: 'Columns of the report',
	other: { displayName: 'Other Fields', name: 'otherFields', what: 'columns' },
	elsewhere: { 'a column of Get Path': ['PathLength', 'Clicks'], 'a column of Get Daily': ['EventDate'] },
});

const read = (fields: unknown, otherFields?: unknown) => () =>
	columns.read(
		parametersOf({ fields, options: { otherFields } }, [
			columns.field,
			{ ...columns.field, name: 'options', displayName: 'Options', options: [columns.other] },
		]),
	);

describe('a list of names', () => {
	it('offers the known ones with their labels, takes others, and says where they go', () => {
		expect(columns.field).toMatchObject({
			type: 'multiOptions',
			allowArbitraryValues: true,
			default: ['Clicks'],
			description: 'Columns of the report. More go into Options > Other Fields.',
			options: [
				{ name: 'Clicks', value: 'Clicks' },
				{ name: 'Click Rate', value: 'CTR', description: 'Clicks by impressions' },
			],
		});
		expect(columns.other).toMatchObject({ name: 'otherFields', type: 'string', default: '' });
		expect(columns.values).toEqual(['Clicks', 'CTR']);
	});

	it('does not double the full stop of its description', () => {
		const { field } = nameList({ ...known, description: 'One. Two.' });
		expect(field.description).toBe('One. Two. More go into Options > Other Things.');
	});

	it('is read with what was added as text, each name once', () => {
		expect(read(['CTR', 'New'], 'CTR, Other, 3ds')()).toEqual(['CTR', 'New', 'Other', '3ds']);
		expect(nameList(known).read(parametersOf({ things: [] }))).toEqual([]);
	});

	it('may not be empty where one is required', () => {
		expect(parameterErrorOf(read([])).message).toBe('Fields is empty.');
	});

	it('refuses a name that is known to belong elsewhere, and says where', () => {
		expect(parameterErrorOf(read(['CTR', 'PathLength']))).toMatchObject({
			parameter: 'Fields',
			message: 'Fields contains "PathLength", which is a column of Get Path.',
			advice: 'Take it out. A choice made for another operation may have been carried along.',
		});
		expect(parameterErrorOf(read(['CTR'], 'EventDate'))).toMatchObject({
			parameter: 'Other Fields',
			message: 'Other Fields contains "EventDate", which is a column of Get Daily.',
		});
	});

	it('takes one that is known here too', () => {
		expect(read(['Clicks'])()).toEqual(['Clicks']);
	});

	it('of the account comes from there, where a name may be a number', () => {
		const own = nameList({ ...known, load: 'getThings' });
		expect(own.field).toMatchObject({ typeOptions: { loadOptionsMethod: 'getThings' } });
		expect(own.field).not.toHaveProperty('options');
		expect(own.read(parametersOf({ things: ['a', '7'] }))).toEqual(['a', '7']);
	});

	it('refuses an ID', () => {
		expect(parameterErrorOf(read(['CTR', 12345]))).toMatchObject({
			parameter: 'Fields',
			message: 'Fields contains "12345", which is an ID and no name.',
		});
	});
});

const known = {
	known: ['a'],
	displayName: 'Things',
	name: 'things',
	default: [],
	description: 'Some',
	other: { displayName: 'Other Things', name: 'otherThings', what: 'things' },
};
