import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { Page } from '../../../../connector/rows';
import { declaredReport, jsonOf, pagesOf, prepare, report, rows, run } from '../fake-platform';

const toFile = (options: INodeParameters = {}, more: INodeParameters = {}) => ({
	parameters: [{ output: 'file', options, ...more }],
});

/** The numbers of numbered rows, in the file's own line ends. */
const csv = (from: number, to: number) =>
	['n', ...Array.from({ length: to - from }, (_, index) => from + index)]
		.map((cell) => `${cell}\r\n`)
		.join('');

const pages = (...all: readonly Page[]) => report(() => pagesOf(all), ['n']);

describe('a file', () => {
	it('holds all rows as CSV by default, without limit', async () => {
		const { node, outputs } = await run(pages(rows(60), rows(20, 60)), toFile());
		expect(node.files.texts).toEqual([csv(0, 80)]);
		expect(node.files.files[0]).toMatchObject({ name: 'fake-ads-do.csv', mimeType: 'text/csv' });
		expect(outputs).toEqual([
			[
				{
					json: { rows: 80, columns: ['n'], requests: 0, failedSlices: 0 },
					binary: { data: expect.objectContaining({ mimeType: 'text/csv' }) },
					pairedItem: { item: 0 },
				},
			],
		]);
		expect(node.hints).toEqual(['Loaded 80 rows, 0 requests.']);
	});

	it('may be NDJSON in another field', async () => {
		const { node, outputs } = await run(
			pages(rows(2)),
			toFile({}, { fileFormat: 'ndjson', binaryPropertyName: 'lines' }),
		);
		expect(node.files.texts).toEqual(['{"n":0}\n{"n":1}\n']);
		expect(node.files.names).toEqual(['fake-ads-do.ndjson']);
		expect(Object.keys(outputs[0]![0]!.binary!)).toEqual(['lines']);
		expect(outputs[0]![0]!.json).toEqual({ rows: 2, requests: 0, failedSlices: 0 });
	});

	it('may be CSV as a Russian Excel opens it', async () => {
		const { node } = await run(
			report(() => pagesOf([[{ кампания: 'Март 2024', spend: 1.5 }]])),
			toFile({}, { fileFormat: 'csvExcel' }),
		);
		const [file] = node.files.files;
		expect(file!.content.toString()).toBe('\uFEFFкампания;spend\r\n"=""Март 2024""";1,5\r\n');
		expect(file).toMatchObject({ name: 'fake-ads-do.csv', mimeType: 'text/csv' });
	});

	it.each<[INodeParameters, string]>([
		[{}, 'fake-ads-do-2026-02-23_2026-03-01.csv'],
		[{ dateRange: 'today' }, 'fake-ads-do-2026-03-02_2026-03-02.csv'],
		[{ dateRange: 'custom', dateFrom: '2026-03-09', dateTo: '2026-03-10' }, 'fake-ads-do.csv'],
	])('of %j is named after its days', async (parameters, name) => {
		const operation = declaredReport({ read: () => () => pagesOf([rows(1)]) });
		const { node } = await run(operation, toFile({}, parameters), { timezone: 'Europe/Moscow' });
		expect(node.files.names).toEqual([name]);
	});

	it('may be compressed', async () => {
		const { node } = await run(pages(rows(3)), toFile({ compress: true }));
		expect(node.files.files[0]!.content.subarray(0, 2).toString('hex')).toBe('1f8b');
		expect(node.files.texts).toEqual([csv(0, 3)]);
		expect(node.files.files[0]).toMatchObject({ name: 'fake-ads-do.csv.gz', mimeType: 'application/gzip' });
	});

	it.each<[string, INodeParameters, string]>([
		['its header when there are no rows', { fileFormat: 'csv' }, 'n\r\n'],
		['nothing when there are no rows and no header', { fileFormat: 'ndjson' }, ''],
	])('has %s', async (_name, parameters, text) => {
		const { node, outputs } = await run(pages(), toFile({}, parameters));
		expect(node.files.texts).toEqual([text]);
		expect(jsonOf(outputs[0])).toEqual([expect.objectContaining({ rows: 0 })]);
	});

	it('counts the requests and failed slices of its own input item', async () => {
		const operation = report(
			async function* ({ observe }) {
				observe({ type: 'request', method: 'GET', path: '/', status: 200 });
				observe({ type: 'slice-failed', kind: 'timeout' });
				yield rows(1);
			},
			['n'],
		);
		const { outputs } = await run(operation, {
			parameters: [{ output: 'file' }, { output: 'file', options: { fileName: 'other' } }],
		});
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ requests: 1, failedSlices: 1 }),
			expect.objectContaining({ requests: 1, failedSlices: 1 }),
		]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it.each(['xlsx', ''])('is refused in the format %p', async (fileFormat) => {
		const { outputs } = prepare(pages(), toFile({}, { fileFormat }));
		await expect(outputs()).rejects.toThrow(
			`File Format is "${fileFormat}", which is not one of its values.`,
		);
	});
});

describe('columns', () => {
	const of = async (requested: readonly string[], ...all: readonly Page[]) => {
		const { node, outputs } = await run(
			report(() => pagesOf(all), requested),
			toFile(),
		);
		return { text: node.files.texts[0], columns: outputs[0]![0]!.json.columns };
	};

	it('are those asked for, in their order, with nested values as JSON', async () => {
		await expect(of(['b', 'a'], [{ a: 1, b: { c: 2 } }, { b: null }])).resolves.toEqual({
			text: 'b,a\r\n"{""c"":2}",1\r\n,\r\n',
			columns: ['b', 'a'],
		});
	});

	it('are those of the rows when none are asked for', async () => {
		await expect(of([], [{ b: 1 }], [{ a: 2 }])).resolves.toEqual({
			text: 'b,a\r\n1,\r\n,2\r\n',
			columns: ['b', 'a'],
		});
	});

	it('end with _extra for what shows up after the first 1,000 rows', async () => {
		const { text, columns } = await of([], rows(1000), [{ n: 1, late: 'x' }]);
		expect(columns).toEqual(['n', '_extra']);
		expect(text).toMatch(/^n,_extra\r\n0,\r\n/);
		expect(text).toMatch(/\r\n999,\r\n1,"\{""late"":""x""\}"\r\n$/);
	});

	it('have one for what shows up in the last of the first 1,000 rows', async () => {
		const { columns } = await of([], rows(999), [{ n: 1, late: 'x' }]);
		expect(columns).toEqual(['n', 'late']);
	});

	it('that were asked for are all there are; another one that shows up late ends the report rather than get lost', async () => {
		await expect(of(['n'], rows(1000), rows(1))).resolves.toMatchObject({ columns: ['n'] });
		await expect(of(['n'], rows(1000), [{ n: 1, late: 'x' }])).rejects.toThrow('not asked for (late)');
	});

	it('have an _extra for what was not asked for', async () => {
		const { text } = await of(['n'], [{ n: 1, more: 2 }]);
		expect(text).toBe('n,_extra\r\n1,"{""more"":2}"\r\n');
	});
});

describe('parts of a file', () => {
	it.each<[number, string[]]>([
		[0, [csv(0, 0)]],
		[1, [csv(0, 1)]],
		[2, [csv(0, 2)]],
		[3, [csv(0, 2), csv(2, 3)]],
		[4, [csv(0, 2), csv(2, 4)]],
		[5, [csv(0, 2), csv(2, 4), csv(4, 5)]],
	])('of 2 rows make of %d rows no part without rows', async (count, texts) => {
		const { node, outputs } = await run(pages(rows(count)), toFile({ rowsPerFile: 2 }));
		expect(node.files.texts).toEqual(texts);
		expect(jsonOf(outputs[0])!.map(({ part }) => part)).toEqual(texts.map((_text, index) => index + 1));
	});

	it('are cut where they end, whatever the pages are', async () => {
		const { node, outputs } = await run(
			pages(rows(1), [], rows(5, 1), rows(1, 6), []),
			toFile({ rowsPerFile: 3 }),
		);
		expect(node.files.texts).toEqual([csv(0, 3), csv(3, 6), csv(6, 7)]);
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ rows: 3, part: 1 }),
			expect.objectContaining({ rows: 3, part: 2 }),
			expect.objectContaining({ rows: 1, part: 3 }),
		]);
	});

	it('are compressed one by one', async () => {
		const { node } = await run(pages(rows(3)), toFile({ rowsPerFile: 2, compress: true, fileName: 'a.csv' }));
		expect(node.files.names).toEqual(['a-1.csv.gz', 'a-2.csv.gz']);
		expect(node.files.texts).toEqual([csv(0, 2), csv(2, 3)]);
	});

	it.each([
		[-1, 'Rows per File is -1, but it has to be at least 0.'],
		[1.5, 'Rows per File is 1.5, but it has to be a whole number.'],
	])('are refused at %d rows', async (rowsPerFile, message) => {
		await expect(prepare(pages(), toFile({ rowsPerFile })).outputs()).rejects.toThrow(message);
	});
});
