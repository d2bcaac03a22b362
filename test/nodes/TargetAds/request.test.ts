import { describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE, sorted } from './harness';

const SEND = {
	resource: 'request',
	operation: 'send',
	method: 'GET',
	query: '{}',
	body: '',
	returnAll: true,
};
const RAW = '/v1/reports/raw_reports';

const harness = Harness.ofFile({
	now: () => Date.parse('2024-01-10T09:00:00Z'),
	targetAds: { placements: 40, rowsPerCell: 3 },
});

const load = async (changes: object) => harness.rows({ ...SEND, ...changes });
const attempt = async (changes: object) => harness.run({ ...SEND, ...changes });
const failureOf = async (changes: object) => (await attempt(changes)).error!;
const platform = () => harness.sandbox.targetAds;

const QUESTION = {
	ResponseType: 'JSON',
	Fields: ['InteractionTime', 'InteractionPlacementId'],
	InteractionFilter: {
		DateFrom: '2024-01-01',
		DateTo: '2024-01-03',
		InteractionType: ['Click', 'Impression'],
	},
};
const truth = () => [
	...platform().rawRows({
		fields: QUESTION.Fields,
		interactionTypes: QUESTION.InteractionFilter.InteractionType,
		dateFrom: '2024-01-01',
		dateTo: '2024-01-03',
	}),
];

describe('API Request: Send', () => {
	it('sends what the documentation has, with the project, and gives the list in the answer', async () => {
		const rows = await load({ path: '/v1/meta/campaigns', query: { active: false } });
		expect(rows).toHaveLength(40);
		expect(harness.sandbox.requests).toMatchObject([
			{ method: 'GET', path: '/v1/meta/campaigns', query: { active: 'false' } },
		]);
		expect(harness.sandbox.requests[0]!.query.project_id).toMatch(/^\d+$/);
	});

	it('gives one item for an answer that is no list', async () => {
		expect(await load({ path: '/v1/meta/token_validate' })).toMatchObject([{ valid: true }]);
	});

	it('loads all pages of a report, each row once, whatever the body says beside them', async () => {
		const body = { ...QUESTION, Limit: 100 };
		expect(sorted(await load({ method: 'POST', path: RAW, body }))).toEqual(sorted(truth()));
		const sent = harness.sandbox.requests.map((request) => request.body as Record<string, unknown>);
		expect(sent.map(({ Offset }) => Offset)).toEqual(sent.map((_body, index) => index * 100));
		for (const one of sent) expect(one).toEqual({ ...QUESTION, Limit: 100, Offset: one.Offset });
		expect(sent.length).toBeGreaterThan(3);
	});

	it('takes an Offset or Limit that is none for none', async () => {
		for (const odd of [{ Offset: -5 }, { Offset: '3' }, { Limit: -1 }, { Limit: 0 }, { Offset: 1.5 }]) {
			const body = { ...QUESTION, ...odd };
			await load({ method: 'POST', path: RAW, body, returnAll: false, limit: 5 });
			expect(harness.sandbox.requests.at(-1)!.body).toMatchObject({ Offset: 0, Limit: 5 });
		}
	});

	it('pages an aggregated report by its own size and count', async () => {
		const body = {
			...{ ResponseType: 'JSON', Fields: ['EventDate', 'MediaCampaign'], MediaMetrics: ['Impressions'] },
			InteractionFilter: { DateFrom: '2024-01-01', DateTo: '2024-01-03' },
		};
		const path = '/v1/reports/agg_report';
		const whole = await load({ method: 'POST', path, body });
		expect(whole.length).toBeGreaterThan(20);
		const sizes = () => harness.sandbox.requests.map((request) => (request.body as { Limit: number }).Limit);
		expect(sizes()).toEqual([100_000]);
		harness.sandbox.reset();
		expect(await load({ method: 'POST', path, body: { ...body, Limit: 7 } })).toEqual(whole);
		expect(sizes()).toHaveLength(Math.ceil(whole.length / 7));
	});

	it('sends a GET as one, whatever its path', async () => {
		harness.sandbox.faults.add({ path: RAW, fault: answer(200, { a: 1 }) });
		expect(await load({ path: RAW })).toEqual([{ a: 1 }]);
		expect(harness.sandbox.requests).toMatchObject([{ method: 'GET', path: RAW }]);
	});

	it('begins at the Offset of the body, and stops at the limit', async () => {
		const body = { ...QUESTION, Offset: 30 };
		const all = await load({ method: 'POST', path: RAW, body });
		expect(all).toEqual(truth().slice(30));
		const run = await attempt({ method: 'POST', path: RAW, body, returnAll: false, limit: 5 });
		expect(run.json(NODE)).toEqual(truth().slice(30, 35));
		expect(run.hints(NODE).join(' ')).toContain('limit of 5 rows');
	});

	describe('where the answers count all rows, those before the Offset too,', () => {
		const days = ['a', 'b', 'c', 'd', 'e'].map((EventDate) => ({ EventDate }));
		const pages = [days.slice(0, 2), days.slice(2, 4), days.slice(4)];
		const body = { Dimensions: ['EventDate'], Offset: 3, Limit: 2 };
		const asked = { method: 'POST', path: '/v1/reports/agg_report', body };
		const counting = (CountRows: number) => {
			for (const Rows of pages)
				harness.sandbox.faults.add({ path: asked.path, times: 1, fault: answer(200, { Rows, CountRows }) });
		};
		const offsets = () =>
			harness.sandbox.requests.map((request) => (request.body as { Offset: number }).Offset);

		it('reads on over several pages until all of them are there', async () => {
			counting(8);
			expect(await load(asked)).toEqual(days);
			expect(offsets()).toEqual([3, 5, 7]);
		});

		it('does not end before that', async () => {
			counting(9);
			harness.sandbox.faults.add({
				path: asked.path,
				fault: answer(200, { Rows: [], CountRows: 0 }),
			});
			expect((await failureOf(asked)).message).toContain('announced 6 rows and stopped after 5');
			expect(offsets()).toEqual([3, 5, 7, 8]);
		});
	});

	it.each([
		['/v1/meta/campaigns', 'campaigns'],
		['/v1/meta/campaigns', 'meta'],
		['/v1/meta/target_event', 'target_events'],
	])('fails where %s counts more than its list "%s" has', async (path, list) => {
		const rows = Array.from({ length: 20 }, (_none, id) => ({ placement_id: id, event_name: `event ${id}` }));
		const counting = (count: unknown) => {
			harness.reset();
			harness.sandbox.faults.add({ path, fault: answer(200, { [list]: rows, count }) });
		};
		for (const count of [30, '30']) {
			counting(count);
			expect((await failureOf({ path })).message).toContain('announced 30 rows and stopped after 20');
		}
		for (const count of [20, 0, null, 'many']) {
			counting(count);
			expect(await load({ path })).toEqual(rows);
		}
		// What was wanted is there, and there is more.
		counting(30);
		const run = await attempt({ path, returnAll: false, limit: 20 });
		expect(run.json(NODE)).toEqual(rows);
		expect(run.hints(NODE).join(' ')).toContain('limit of 20 rows');
	});

	it('repeats a report, which changes nothing, and never an order', async () => {
		const lost = { times: 1, fault: { kind: 'status', status: 503 } } as const;
		harness.sandbox.faults.add({ path: RAW, ...lost });
		expect((await load({ method: 'POST', path: RAW, body: QUESTION })).length).toBe(truth().length);
		harness.sandbox.reset();
		harness.sandbox.faults.add({ path: '/v2/reports/raw_reports', ...lost });
		const failure = await failureOf({ method: 'POST', path: '/v2/reports/raw_reports', body: QUESTION });
		expect(failure.description).toContain('Look for what it should have made');
		expect(harness.sandbox.requests).toHaveLength(1);
	});

	it('orders a job and looks at it', async () => {
		const InteractionFilter = { DateFrom: '2024-01-02', DateTo: '2024-01-02', InteractionType: ['Click'] };
		const body = { ...QUESTION, InteractionFilter };
		const [order] = await load({ method: 'POST', path: '/v2/reports/raw_reports', body });
		const [job] = await load({ path: `/v2/jobs/${String(order!.job_id)}` });
		expect(job).toMatchObject({ job_id: order!.job_id });
	});

	it.each<[string, object, RegExp]>([
		['another host', { path: 'https://evil.example/v1/meta' }, /^Path is not the path of a method\.$/],
		['a way out', { path: '/v1/../admin' }, /^Path is not the path of a method\.$/],
		['the query in the path', { path: '/v1/meta/campaigns?active=false' }, /^Path is not the path/],
		['no path', { path: '={{ " " }}' }, /^Path is empty/],
		[
			'another project',
			{ path: '/v1/meta/campaigns', query: { project_id: 5 } },
			/^Query \(JSON\) has project_id, which the node sets itself\.$/,
		],
		[
			'a query that is no object',
			{ path: '/v1/meta/campaigns', query: '[1]' },
			/^Query \(JSON\) is no JSON object/,
		],
		[
			'a body that is no JSON',
			{ method: 'POST', path: RAW, body: '{a' },
			/^Body \(JSON\) is no valid JSON\.$/,
		],
	])('refuses %s before anything is sent', async (_name, changes, message) => {
		expect((await failureOf(changes)).message).toMatch(message);
		expect(harness.sandbox.requests).toHaveLength(0);
	});
});
