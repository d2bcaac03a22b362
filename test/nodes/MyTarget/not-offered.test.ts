import { describe, expect, it } from '@jest/globals';

import { resources } from '../../../nodes/MyTarget/resources';
import { answer, Harness, NODE } from './harness';

const harness = Harness.ofFile({ myTarget: { campaigns: 5, banners: 5 } });

const send = (fields: object) => ({ resource: 'request', operation: 'send', ...fields });

describe('what is left to API Request', () => {
	it('trap 64: nothing deletes a segment or a part of one, which belongs to the newer version', () => {
		const operations = resources.find(({ value }) => value === 'segment')?.operations ?? [];
		expect(operations.map(({ value }) => value)).toEqual(['getAll']);
	});

	it.each(['id', 'histogram_id'])(
		'trap 65: the ID of a histogram comes as the platform calls it, %s',
		async (name) => {
			const forecast = {
				cr_ctr: [{ package_id: 83, histogram_id: 1 }],
				histograms: [{ [name]: 1, share: 75 }],
			};
			harness.sandbox.faults.add({ path: '/api/v3/projection.json', fault: answer(200, forecast) });
			const body = JSON.stringify({ package_ids: [83], targetings: { pads: [1] } });
			const run = await harness.run(send({ method: 'POST', path: '/api/v3/projection.json', body }));
			expect(run.json(NODE)).toEqual([forecast]);
		},
	);

	it.each([
		['leads of surveys, which are the same under another path', '/api/v1/lead_ads/respondents.json', {}],
		[
			'acts of the law on ads, whose samples hold a slip (trap 68)',
			'/api/v2/ord/agency/acts.json',
			{ _month: '2026-03-01' },
		],
	])('%s, page by page', async (_name, path, query) => {
		const items = Array.from({ length: 51 }, (_none, id) => ({ id }));
		const page = (from: number) =>
			answer(200, { count: 51, offset: from, limit: 50, items: items.slice(from, from + 50) });
		harness.sandbox.faults.add({ path, times: 1, fault: page(0) });
		harness.sandbox.faults.add({ path, times: 1, fault: page(50) });
		const run = await harness.run(
			send({ method: 'GET', path, query: JSON.stringify(query), returnAll: true }),
		);
		expect(run.error?.message).toBeUndefined();
		expect(run.json(NODE)).toEqual(items);
		expect(harness.sandbox.requests.map((request) => request.query.offset)).toEqual([undefined, '50']);
		for (const request of harness.sandbox.requests) expect(request.query).toMatchObject(query);
	});
});
