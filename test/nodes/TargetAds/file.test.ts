import { gunzipSync } from 'node:zlib';

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { decodeCsv } from '../../../connector/rows';
import type { EngineRun, RunOptions } from '../../engine';
import { failing, Harness, NODE, rawReport } from './harness';

const FIELDS = [
	'InteractionTime',
	'InteractionUrlPath',
	'InteractionMediaCampaignName',
	'InteractionEcomItemsName',
];
const RAW = rawReport(FIELDS, ['PageView', 'Purchase'], '2024-01-01', '2024-01-10');

const harness = Harness.ofFile({ targetAds: { placements: 200, rowsPerCell: 1 } });
let items: IDataObject[];
beforeAll(async () => {
	items = await harness.rows(RAW);
	harness.reset();
});

const toFile = async (changes: object, options?: RunOptions) =>
	harness.run({ ...RAW, output: 'file', ...changes }, options);
async function filesOf(run: EngineRun): Promise<Buffer[]> {
	return Promise.all(run.items(NODE).map((item) => run.binary(item)));
}

async function rowsOfCsv(file: Buffer): Promise<Record<string, unknown>[]> {
	const rows: Record<string, unknown>[] = [];
	async function* bytes() {
		yield file;
	}
	for await (const page of decodeCsv(bytes())) for (const row of page) rows.push(row);
	return rows;
}

/** A row as its CSV line reads: text, lists as JSON, nothing for null. */
const asCsv = (row: IDataObject) =>
	Object.fromEntries(
		Object.entries(row).map(([field, value]) => [
			field,
			value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value),
		]),
	);

const rowsOfNdjson = (file: Buffer) =>
	file
		.toString()
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as IDataObject);

describe('Output: File equals Output: Items', () => {
	it('has what makes files hard', () => {
		const text = JSON.stringify(items);
		for (const hard of [/,/, /\\"/, /\\n/, /[а-я]/]) expect(text).toMatch(hard);
	});

	it.each(['default', 'filesystem'] as const)('as CSV, in the binary mode %s', async (binaryMode) => {
		const run = await toFile({ options: { fileName: 'raw.csv' } }, { binaryMode });
		const [file] = await filesOf(run);
		expect(await rowsOfCsv(file!)).toEqual(items.map(asCsv));
		expect(run.json(NODE)).toEqual([{ rows: items.length, columns: FIELDS, requests: 2, failedSlices: 0 }]);
		expect(run.items(NODE)[0]!.binary!.data).toMatchObject({ fileName: 'raw.csv', mimeType: 'text/csv' });
		expect(file!.subarray(0, 3)).not.toEqual(Buffer.from('\uFEFF'));
		expect(file!.toString()).toContain('\r\n');
	});

	it('as NDJSON', async () => {
		const run = await toFile({ fileFormat: 'ndjson' });
		expect(rowsOfNdjson((await filesOf(run))[0]!)).toEqual(items);
	});

	it.each(['csv', 'ndjson'])('as %s in parts, compressed', async (fileFormat) => {
		const options = { rowsPerFile: 700, compress: true };
		const run = await toFile({ fileFormat, binaryPropertyName: 'part', options });
		const parts = run.items(NODE);
		expect(parts).toHaveLength(Math.ceil(items.length / 700));
		expect(parts.map(({ json }) => json.part)).toEqual(parts.map((_part, index) => index + 1));
		expect(parts.map(({ json }) => json.rows).reduce((sum, rows) => Number(sum) + Number(rows), 0)).toBe(
			items.length,
		);
		const files = await Promise.all(parts.map((part) => run.binary(part, 'part')));
		const rows = await Promise.all(
			files.map(async (file) =>
				fileFormat === 'csv' ? rowsOfCsv(gunzipSync(file)) : rowsOfNdjson(gunzipSync(file)),
			),
		);
		const expected = fileFormat === 'csv' ? items.map(asCsv) : items;
		expect(rows.flat()).toEqual(expected);
		expect(parts[0]!.binary!.part).toMatchObject({ mimeType: 'application/gzip' });
	});

	it('holds everything, whatever Return All and Limit say', async () => {
		const run = await toFile({ returnAll: false, limit: 5, fileFormat: 'ndjson' });
		expect(run.json(NODE)[0]!.rows).toBe(items.length);
	});

	it('keeps a column that shows up late, in _extra', async () => {
		// PartOfGIVT comes back as PartOfGivt (T4), so a file whose columns were fixed by the request would lose it.
		const run = await harness.run({
			resource: 'report',
			operation: 'getAggregated',
			dimensions: ['EventDate', 'MediaCampaign'],
			mediaMetrics: ['Impressions', 'PartOfGIVT'],
			dateRange: 'custom',
			dateFrom: '2024-01-01',
			dateTo: '2024-01-01',
			output: 'file',
		});
		const [first] = await rowsOfCsv((await filesOf(run))[0]!);
		expect(first).toMatchObject({ PartOfGivt: expect.stringMatching(/^[\d.]+$/) });
	});

	it('gives an empty file with its header when there are no rows', async () => {
		const run = await toFile({ interactionTypes: ['Nothing'] });
		expect((await filesOf(run))[0]!.toString()).toBe(`${FIELDS.join(',')}\r\n`);
		expect(run.json(NODE)[0]).toMatchObject({ rows: 0, failedSlices: 0 });
	});

	it('is told when the report breaks off in the middle of the file', async () => {
		harness.sandbox.faults.add({ path: /raw_reports/, skip: 1, fault: { kind: 'status', status: 400 } });
		const run = await toFile({ options: { maxConcurrency: 1 } });
		expect(run.error).toMatchObject(failing('request-invalid', 'slice 2 of 2'));
	});
});
