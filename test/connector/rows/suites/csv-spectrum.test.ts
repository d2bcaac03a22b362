import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { decodeCsv } from '../../../../connector/rows';
import { collectRows } from '../chunks';
import { CHUNK_SIZES, inChunks } from './chunk-sizes';

const root = dirname(require.resolve('csv-spectrum/package.json'));
const names = readdirSync(join(root, 'csvs')).map((file) => file.replace(/\.csv$/, ''));

/** The suite has one object in the place of a list there, and another number in it than in the file. */
const DIFFERENT: Readonly<Record<string, unknown>> = {
	location_coordinates: [
		{
			'Contact Phone Number': '2095257564',
			'Location Coordinates': '37\uFFFD36\'37.8"N 121\uFFFD2\'17.9"W',
			Cities: 'Modesto',
			Counties: 'Stanislaus',
		},
	],
};

describe('csv-spectrum', () => {
	it('is there', () => {
		expect(names.length).toBeGreaterThanOrEqual(12);
		expect(names).toEqual(expect.arrayContaining(Object.keys(DIFFERENT)));
	});

	it.each(names)('%s is read as the suite reads it', async (name) => {
		const file = readFileSync(join(root, 'csvs', `${name}.csv`));
		const expected: unknown =
			DIFFERENT[name] ?? JSON.parse(readFileSync(join(root, 'json', `${name}.json`), 'utf8'));
		for (const size of CHUNK_SIZES)
			expect(await collectRows(decodeCsv(inChunks(file, size)))).toEqual(expected);
	});
});
