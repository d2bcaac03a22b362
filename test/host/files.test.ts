import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { decodeCsv } from '../../connector/rows';
import type { WorkflowJson } from '../engine';
import { targetAds } from '../platforms/targetads';
import { ofFile } from '../support/of-file';
import { startHost } from './support/host';
import { downloaded } from './support/stored-file';
import { afterStart, nodeOf } from './support/workflow';

const fields = ['InteractionTime', 'InteractionType', 'InteractionPlacementId', 'InteractionUrlPath'];
const raw = {
	resource: 'report',
	operation: 'getRaw',
	fields,
	interactionTypes: ['PageView'],
	dateRange: 'custom',
	dateFrom: '2024-01-01',
	dateTo: '2024-01-05',
	returnAll: true,
};

const host = ofFile(async () => startHost({ sandbox: { targetAds: { placements: 100 } } }));
let truth: IDataObject[];
beforeAll(() => {
	truth = rowsOf('2024-01-01', '2024-01-05');
});

function rowsOf(dateFrom: string, dateTo: string): IDataObject[] {
	const question = { fields, interactionTypes: ['PageView'], dateFrom, dateTo };
	return [...host.sandbox.targetAds.rawRows(question)] as IDataObject[];
}

/** A report, and a node behind it that the rows go to. */
function workflow(parameters: object): WorkflowJson {
	const report = nodeOf(targetAds, 'Report', { ...raw, ...parameters });
	return afterStart([report, { name: 'Rows', type: 'n8n-nodes-base.noOp' }]);
}

/** As text: that is all a CSV file knows of a value. */
function asCsv(row: IDataObject): Record<string, string> {
	return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]));
}

async function rowsOfCsv(text: string): Promise<object[]> {
	const rows: object[] = [];
	async function* bytes() {
		yield Buffer.from(text);
	}
	for await (const page of decodeCsv(bytes())) for (const row of page) rows.push(row);
	return rows;
}

describe('a file', () => {
	it('as CSV lies in the file system of n8n and is downloaded with every row', async () => {
		const run = await host.run(workflow({ output: 'file', options: { fileName: 'raw.csv' } }));
		run.assertSuccess();
		const [item, ...others] = run.items('Report');
		expect(others).toEqual([]);
		expect(item!.json).toMatchObject({ rows: truth.length, failedSlices: 0, columns: fields });
		expect(item!.binary!.data!.id).toMatch(/^filesystem/);
		const file = await downloaded(host, item!);
		expect(file).toMatchObject({ name: 'raw.csv', mimeType: expect.stringContaining('text/csv') });
		expect(await rowsOfCsv(file.text)).toEqual(truth.map(asCsv));
		expect(run.items('Rows')[0]!.binary).toEqual(item!.binary);
	});

	it('in parts, packed, is downloaded part by part', async () => {
		const options = { compress: true, rowsPerFile: 100 };
		const run = await host.run(workflow({ output: 'file', fileFormat: 'ndjson', options }));
		run.assertSuccess();
		const items = run.items('Report');
		expect(items).toHaveLength(Math.ceil(truth.length / 100));
		expect(items.length).toBeGreaterThan(2);
		const files = await Promise.all(items.map((item) => downloaded(host, item)));
		const rows = files.flatMap(({ text }) =>
			text
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line) as object),
		);
		expect(rows).toEqual(truth);
		for (const { bytes, text } of files) expect(bytes.length).toBeLessThan(text.length);
	});
});
