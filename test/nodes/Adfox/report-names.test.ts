import { describe, expect, it } from '@jest/globals';

import { DIMENSIONS, METRICS } from '../../../nodes/Adfox/report/columns';
import { KeptAnswers } from '../../../nodes/shared/platform/kept-answers';
import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, Harness, TYPE } from './harness';

shortWaitsInThisFile();

const harness = Harness.ofFile({ adfox: { banners: 5, reportRequestsPerMinute: 0 } });

const METADATA = /metadata$/;

/** What is once told is kept, so each test asks for another owner. */
let owner = 0;

async function listed(method: string, options: object = { ownerId: String(++owner) }) {
	const parameters = { resource: 'report', operation: 'get', options };
	const credentials = { [TYPE]: harness.credential };
	return harness.engine.loadOptions('adfox', method, { credentials, parameters });
}

const byValue = (list: Awaited<ReturnType<typeof listed>>, value: string) =>
	list.find((each) => each.value === value);

describe('the lists of a report', () => {
	it('hold what the account has, in English, with the titles of the Russian interface behind', async () => {
		const list = await listed('getMetrics');
		expect(list.map(({ value }) => value)).toEqual(
			expect.arrayContaining(['ctr_commercial', 'loads_default']),
		);
		expect(byValue(list, 'loads_total')).toMatchObject({
			name: 'Loads (Total) · Загрузки, всего',
			description: 'Of campaigns and of default banners together',
		});
		expect(byValue(list, 'clicks_total')).toMatchObject({ name: 'Clicks (Total) · Клики, всего' });
		const dimensions = await listed('getDimensions');
		expect(dimensions.length).toBeGreaterThan(15);
		expect(byValue(dimensions, 'place_name')).toEqual({ name: 'Place Name', value: 'place_name' });
		expect((await listed('getFilterFields')).map(({ value }) => value)).toContain('banner_id');
	});

	it('are asked for once an hour, for each owner', async () => {
		const options = { ownerId: String(++owner) };
		await Promise.all([listed('getMetrics', options), listed('getDimensions', options)]);
		await listed('getFilterFields', options);
		expect(harness.sandbox.requests.map(({ query }) => query)).toEqual([options]);
		await listed('getMetrics');
		expect(harness.sandbox.requests).toHaveLength(2);
	});

	it('name no owner where none is set', async () => {
		await listed('getMetrics', {});
		expect(
			harness.sandbox.requests.map(({ path, query, headers }) => [path, query, headers.authorization]),
		).toEqual([['/v2/reports/metadata', {}, expect.stringContaining('OAuth ')]]);
	});

	it.each<[string, ReturnType<typeof answer>]>([
		['an error', answer(500, { error: { code: 'INTERNAL', message: 'no' } })],
		['another form', answer(200, { result: [] })],
		['a page', answer(200, '<html></html>')],
		['empty lists', answer(200, { result: { metrics: [], dimensions: null, limits: {} } })],
		[
			'odd entries only',
			answer(200, { result: { metrics: [7, {}, null, ''], dimensions: [{ title: 'x' }] } }),
		],
	])('are the built-in ones, which say so, after %s; and are asked for again', async (_name, fault) => {
		harness.sandbox.faults.add({ path: METADATA, fault });
		const options = { ownerId: String(++owner) };
		const metrics = await listed('getMetrics', options);
		expect(new Set(metrics.map(({ value }) => value))).toEqual(new Set(METRICS.map(({ value }) => value)));
		for (const { description } of metrics)
			expect(description).toMatch(/ADFOX (did not give|gave an empty list)/);
		for (const list of ['getDimensions', 'getFilterFields'])
			expect((await listed(list, options)).map(({ value }) => value).sort()).toEqual(
				DIMENSIONS.map(({ value }) => value).sort(),
			);
	});

	it('take what they can of a form that is odd in parts', async () => {
		const titled = { name: 'visible_ctr', title: 'Видимый CTR' };
		const metrics = ['share_id', { name: 'b', title: 'B', description: 'Of b' }, titled, 8];
		harness.sandbox.faults.add({ path: METADATA, fault: answer(200, { result: { metrics } }) });
		expect(await listed('getMetrics')).toEqual([
			{ name: 'B', value: 'b', description: 'Of b' },
			{ name: 'Share ID', value: 'share_id' },
			{ name: 'Visible CTR · Видимый CTR', value: 'visible_ctr' },
		]);
	});

	it('have a label for each name that is built in, and say what it means where the name does not', () => {
		for (const { name, value, ...more } of [...METRICS, ...DIMENSIONS]) {
			expect(name).not.toBe(value);
			expect('description' in more).toBe(!/^Campaign (ID|Name)$/.test(name));
		}
	});
});

describe('a kept answer', () => {
	it('is given until its time is over, and never after a failure', async () => {
		let now = 0;
		let asked = 0;
		const kept = new KeptAnswers<number>(1000, { now: () => now });
		const ask = async () => Promise.resolve((asked += 1));
		expect(await kept.get(['a'], ask)).toBe(1);
		now = 999;
		expect(await kept.get(['a'], ask)).toBe(1);
		expect(await kept.get(['b'], ask)).toBe(2);
		now = 1000;
		expect(await kept.get(['a'], ask)).toBe(3);
		await expect(kept.get(['c'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await kept.get(['c'], ask)).toBe(4);
	});

	it('is kept of so many accounts, and of the others asked for again', async () => {
		let asked = 0;
		const kept = new KeptAnswers<number>(1000, { now: () => 0 });
		const ask = async () => Promise.resolve((asked += 1));
		for (let account = 0; account <= 100; account++) await kept.get([String(account)], ask);
		expect(await kept.get(['100'], ask)).toBe(101);
		expect(await kept.get(['0'], ask)).toBe(102);
	});
});
