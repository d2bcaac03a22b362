import { describe, expect, it } from '@jest/globals';

import { partName, readFileSettings, type FileSettings } from '../../../../nodes/shared/output/file-settings';
import { Parameters } from '../../../../nodes/shared/parameters/parameters';

function settingsOf(values: Readonly<Record<string, unknown>>, defaultName = 'Fake-do'): FileSettings {
	const all: Readonly<Record<string, unknown>> = { fileFormat: 'csv', ...values };
	return readFileSettings(new Parameters((name, fallback) => all[name] ?? fallback, []), defaultName);
}

const nameOf = (options: object, part = 1) => partName(settingsOf({ options }), part);

describe('the name of a file', () => {
	it.each<[object, string]>([
		[{}, 'Fake-do.csv'],
		[{ fileName: 'a.txt' }, 'a.txt'],
		[{ fileName: 'report' }, 'report'],
		[{ fileName: '  ' }, 'Fake-do.csv'],
		[{ compress: true }, 'Fake-do.csv.gz'],
		[{ compress: true, fileName: 'a.csv.gz' }, 'a.csv.gz'],
		[{ compress: true, fileName: 'a.CSV.GZ' }, 'a.CSV.GZ'],
		[{ compress: true, fileName: 'report' }, 'report.gz'],
		[{ fileName: '.hidden' }, '.hidden'],
	])('with %j is %s', (options, name) => {
		expect(nameOf(options)).toBe(name);
	});

	it.each<[object, string]>([
		[{}, 'Fake-do-3.csv'],
		[{ fileName: 'report' }, 'report-3'],
		[{ fileName: 'a.b.csv' }, 'a.b-3.csv'],
		[{ fileName: '.hidden' }, '.hidden-3'],
		[{ compress: true, fileName: 'a.csv' }, 'a-3.csv.gz'],
		[{ compress: true, fileName: 'a.csv.gz' }, 'a-3.csv.gz'],
		[{ compress: true, fileName: 'a' }, 'a-3.gz'],
		[{ compress: true, fileName: 'a.gz' }, 'a-3.gz'],
		[{ compress: true, fileName: 'a.b.CSV.GZ' }, 'a.b-3.CSV.GZ'],
	])('with %j and a part is %s', (options, name) => {
		expect(nameOf({ ...options, rowsPerFile: 10 }, 3)).toBe(name);
	});

	it('holds no folder when it is ours', () => {
		expect(settingsOf({}, 'Other / New Ads-getDaily').fileName).toBe('Other-New-Ads-getDaily.csv');
	});
});

describe('settings', () => {
	it('are one plain CSV file under "data" by default', () => {
		expect(settingsOf({})).toEqual({
			format: 'csv',
			binaryPropertyName: 'data',
			fileName: 'Fake-do.csv',
			compress: false,
			rowsPerFile: Infinity,
		});
	});

	it('come from the parameters', () => {
		const values = { fileFormat: 'ndjson', binaryPropertyName: 'out', options: { rowsPerFile: 5 } };
		expect(settingsOf(values)).toMatchObject({
			format: 'ndjson',
			binaryPropertyName: 'out',
			fileName: 'Fake-do.ndjson',
			rowsPerFile: 5,
		});
		expect(settingsOf({ options: { rowsPerFile: 0 } }).rowsPerFile).toBe(Infinity);
	});
});
