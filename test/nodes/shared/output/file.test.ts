import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import {
	CancelledError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
} from '../../../../connector/errors';
import type { Page } from '../../../../connector/rows';
import { jsonOf, pagesOf, prepare, report, rows, run } from '../fake-platform';
import { StoredFiles } from '../stored-files';

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
		expect(node.files.files[0]).toMatchObject({ name: 'Fake-Ads-do.csv', mimeType: 'text/csv' });
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
		expect(node.files.names).toEqual(['Fake-Ads-do.ndjson']);
		expect(Object.keys(outputs[0]![0]!.binary!)).toEqual(['lines']);
		expect(outputs[0]![0]!.json).toEqual({ rows: 2, requests: 0, failedSlices: 0 });
	});

	it('may be compressed', async () => {
		const { node } = await run(pages(rows(3)), toFile({ compress: true }));
		expect(node.files.files[0]!.content.subarray(0, 2).toString('hex')).toBe('1f8b');
		expect(node.files.texts).toEqual([csv(0, 3)]);
		expect(node.files.files[0]).toMatchObject({ name: 'Fake-Ads-do.csv.gz', mimeType: 'application/gzip' });
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

describe('a failure', () => {
	const failure = () => new ResponseInvalidError('The answer is cut off.');

	it.each([
		['at once', [], {}],
		['among the first rows', [rows(2)], {}],
		['in the middle of the file', [rows(1500), rows(1500)], {}],
		['in the middle of a compressed file', [rows(1500), rows(1500)], { compress: true }],
		['in a later part', [rows(1500), rows(1500)], { rowsPerFile: 1600 }],
		['between two parts', [rows(1500), rows(1500)], { rowsPerFile: 1500 }],
	])('%s gives the error of the platform', async (_name, before, options) => {
		const { outputs } = prepare(
			report(() => pagesOf(before, failure())),
			toFile(options),
		);
		await expect(outputs()).rejects.toMatchObject({
			message: 'The answer is cut off.',
			context: { kind: 'response-invalid' },
		});
	});

	it('that stopped the execution stays one', async () => {
		const stopped = new CancelledError('The execution was stopped.');
		const { outputs } = prepare(
			report(() => pagesOf([rows(2000)], stopped)),
			{ ...toFile(), continueOnFail: true },
		);
		await expect(outputs()).rejects.toMatchObject({ context: { kind: 'cancelled' } });
	});

	it('of the store is told as it is', async () => {
		const files = new StoredFiles(new Error('The disk is full.'));
		const { outputs } = prepare(pages(rows(1)), { ...toFile(), files });
		await expect(outputs()).rejects.toThrow('The disk is full.');
	});

	it.each<[string, StoredFiles, Error | undefined]>([
		['of the store', new StoredFiles(new Error('The disk is full.')), undefined],
		['of the platform', new StoredFiles(), new TemporarilyUnavailableError('Down.')],
	])('%s closes the source', async (_name, files, failed) => {
		const log: string[] = [];
		const operation = report(async function* () {
			try {
				yield rows(1500);
				if (failed !== undefined) throw failed;
				yield rows(1500);
				log.push('read on');
			} finally {
				log.push('closed');
			}
		});
		const { outputs } = prepare(operation, { ...toFile(), files });
		await expect(outputs()).rejects.toThrow();
		expect(log).toEqual(['closed']);
	});
});
