import { describe, expect, it } from '@jest/globals';

import {
	ownName,
	partName,
	readFileSettings,
	type FileSettings,
} from '../../../../nodes/shared/output/file-settings';
import { Parameters } from '../../../../nodes/shared/parameters/parameters';

function settingsOf(values: Readonly<Record<string, unknown>>): FileSettings {
	const all: Readonly<Record<string, unknown>> = { fileFormat: 'csv', ...values };
	return readFileSettings(new Parameters((name, fallback) => all[name] ?? fallback, []));
}

const FAKE = { platform: 'Fake', report: 'Do', days: undefined };

const nameOf = (options: object, part = 1) => partName(settingsOf({ options }), FAKE, 'csv', part);

describe('the name of a file', () => {
	it.each<[object, string]>([
		[{}, 'fake-do.csv'],
		[{ fileName: 'a.txt' }, 'a.txt'],
		[{ fileName: 'report' }, 'report'],
		[{ fileName: '  ' }, 'fake-do.csv'],
		[{ compress: true }, 'fake-do.csv.gz'],
		[{ compress: true, fileName: 'a.csv.gz' }, 'a.csv.gz'],
		[{ compress: true, fileName: 'a.CSV.GZ' }, 'a.CSV.GZ'],
		[{ compress: true, fileName: 'report' }, 'report.gz'],
		[{ compress: true, fileName: 'a.gz.csv' }, 'a.gz.csv.gz'],
		[{ fileName: '.hidden' }, '.hidden'],
	])('with %j is %s', (options, name) => {
		expect(nameOf(options)).toBe(name);
	});

	it.each<[object, string]>([
		[{}, 'fake-do-3.csv'],
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
});

describe('a name of our own', () => {
	const days = { dateFrom: '2024-01-01', dateTo: '2024-01-31' };

	it.each([
		['FakeADS', 'Get Raw Data', 'fakeads-raw-data-2024-01-01_2024-01-31'],
		['Some Pages', 'Get Daily Statistics', 'some-pages-daily-statistics-2024-01-01_2024-01-31'],
		['Fake Ads (other)', 'Get In-App Events', 'fake-ads-other-in-app-events-2024-01-01_2024-01-31'],
		['FAKE', 'Get', 'fake-report-2024-01-01_2024-01-31'],
		['FAKE', 'Getaway', 'fake-getaway-2024-01-01_2024-01-31'],
		['Other / New Ads', 'Отчёт по дням', 'other-new-ads-отчёт-по-дням-2024-01-01_2024-01-31'],
	])('of %s, %s, is %s', (platform, report, name) => {
		expect(ownName({ platform, report, days })).toBe(name);
	});

	it('has no days where the report has none', () => {
		expect(ownName({ platform: 'FAKE', report: 'Get', days: undefined })).toBe('fake-report');
	});

	it('goes with a part and an ending', () => {
		const settings = settingsOf({ options: { rowsPerFile: 5, compress: true } });
		expect(partName(settings, { ...FAKE, days }, 'ndjson', 2)).toBe(
			'fake-do-2024-01-01_2024-01-31-2.ndjson.gz',
		);
	});
});

describe('settings', () => {
	it('are one plain CSV file under "data" by default', () => {
		expect(settingsOf({})).toEqual({
			format: 'csv',
			binaryPropertyName: 'data',
			fileName: '',
			compress: false,
			rowsPerFile: Infinity,
		});
	});

	it('come from the parameters', () => {
		const values = { fileFormat: 'ndjson', binaryPropertyName: 'out', options: { rowsPerFile: 5 } };
		expect(settingsOf(values)).toMatchObject({
			format: 'ndjson',
			binaryPropertyName: 'out',
			rowsPerFile: 5,
		});
		expect(settingsOf({ options: { rowsPerFile: 0 } }).rowsPerFile).toBe(Infinity);
	});
});
