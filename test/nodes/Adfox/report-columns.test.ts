import { describe, expect, it } from '@jest/globals';
import type { INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { ResponseInvalidError } from '../../../connector/errors';
import { Turns } from '../../../connector/rows';
import { Adfox } from '../../../nodes/Adfox/Adfox.node';
import { rowsOf } from '../../../nodes/Adfox/report/result';
import { answer, byId, jsonOf, NODE, runOnFakeClock } from './harness';
import { DAYS, REPORT, reportStage } from './report-stage';

const { harness, savedReport, truth } = reportStage();

describe('a fresh node', () => {
	it('gives loads and clicks by day at the first press', async () => {
		const fresh = { resource: 'report', operation: 'get', returnAll: true, dateRange: 'custom', ...DAYS };
		const { items } = await runOnFakeClock(harness.sandbox, fresh);
		const columns = { metrics: ['loads_total', 'clicks_total'], dimensions: ['date'] };
		expect(jsonOf(items)).toEqual(harness.sandbox.adfox.reportRows({ ...columns, ...DAYS }));
		expect(items.length).toBeGreaterThan(0);
	});

	it('has a label for each name that it knows, and says what it means where the name does not', () => {
		const lists = new Adfox().description.properties.filter(
			({ name, displayOptions: { show } = {} }) =>
				['metrics', 'dimensions', 'level'].includes(name) &&
				show?.operation?.includes('get') &&
				show.resource?.includes('report'),
		);
		expect(lists).toHaveLength(3);
		for (const { options = [] } of lists)
			for (const { name, value, description = '' } of options as INodePropertyOptions[]) {
				expect(name).not.toBe(value);
				expect(description === '').toBe(/^Campaign (ID|Name)$/.test(name));
			}
	});
});

describe('a file of a report', () => {
	it('has the columns in their order', async () => {
		const file = { ...REPORT, output: 'file', fileFormat: 'csv', options: { pollInterval: 1 } };
		const result = await harness.run(file);
		const [item] = result.items(NODE);
		expect(item!.json).toMatchObject({
			rows: truth().length,
			columns: ['date', 'loads_commercial', 'clicks_total'],
		});
		const [header, first] = (await result.binary(item!)).toString().split('\r\n');
		expect(header).toBe('date,loads_commercial,clicks_total');
		expect(first).toBe(Object.values(truth()[0]!).join(','));
	});

	it('has those of a saved report, whatever Metrics and Dimensions say', async () => {
		const saved = await savedReport();
		const result = await harness.run({
			...REPORT,
			reportName: byId(saved.name),
			metrics: ['never_there'],
			dimensions: ['neither'],
			output: 'file',
			fileFormat: 'csv',
			options: { pollInterval: 1, addSliceColumns: true },
		});
		const [{ json }] = result.items(NODE) as [{ json: { columns: string[] } }];
		expect(json.columns).toEqual(expect.arrayContaining(['_dateFrom', '_dateTo']));
		expect(json.columns).not.toContain('never_there');
		expect(json.columns).not.toContain('neither');
		expect(json.columns.length).toBeGreaterThan(2);
	});
});

describe('a file of a report without rows', () => {
	const header = async (changes: INodeParameters) => {
		const body = JSON.stringify({ result: { columns: [], rows: [] } });
		harness.sandbox.faults.add({ path: /\/result$/, fault: answer(200, body) });
		const file = { ...REPORT, output: 'file', fileFormat: 'csv', options: { pollInterval: 1 }, ...changes };
		const result = await harness.run(file);
		return (await result.binary(result.items(NODE)[0]!)).toString();
	};

	it('has the columns that were asked for', async () => {
		expect(await header({})).toBe('date,loads_commercial,clicks_total\r\n');
	});

	it('has none of them where a saved report knows its own', async () => {
		const { name } = await savedReport();
		expect(await header({ reportName: byId(name) })).toBe('');
	});
});

it('a report with a column twice is refused, since an object can keep only one', async () => {
	const columns = [{ name: 'clicks', type: 'integer' }, { name: 'clicks' }];

	await expect(rowsOf({ columns, rows: [[1, 2]] }, true, new Turns()).next()).rejects.toThrow(
		ResponseInvalidError,
	);
	const { value } = await rowsOf({ columns: columns.slice(1), rows: [[1]] }, true, new Turns()).next();
	expect(value).toEqual([{ clicks: 1 }]);
});

it('IDs are numbers as in lists, whatever the type of their column; what is none stays as it is', async () => {
	const names = ['campaign_id', 'id', 'user_id', 'paid', 'place_id', 'banner_id'];
	const columns = names.map((name) => ({ name, type: 'string' }));
	const cells = ['427', '12345678901234567890', '42', '7', '007', null];
	const rows = async (simplify: boolean) =>
		(await rowsOf({ columns, rows: [cells] }, simplify, new Turns()).next()).value as object[];
	expect(await rows(true)).toEqual([
		{ campaign_id: 427, id: cells[1], user_id: '42', paid: '7', place_id: '007', banner_id: null },
	]);
	expect(await rows(false)).toEqual([Object.fromEntries(names.map((name, at) => [name, cells[at]]))]);
});
