import { describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE, TYPE } from './harness';

const harness = Harness.ofFile();
const publisherId = '5d6015092f1e4409e4e3ee84';
const editor = () => ({
	credentials: { [TYPE]: harness.credential },
	parameters: {
		resource: 'report',
		operation: 'get',
		campaignScope: 'selected',
		publisherId: { __rl: true, mode: 'id', value: publisherId },
	},
});

const CAMPAIGNS = [
	{ id: 'a1', title: 'good', strategy: { name: 'cpm' } },
	{ id: 'a2', title: null, type: 7, strategy: 'cpm', isArchived: 'no', publications: null },
	{ id: null, title: 'without an ID' },
	{ title: 'with less', publications: [{ id: 7, title: null, isDisabled: 0, previews: [{ id: null }] }] },
];
const answerCampaigns = () =>
	harness.sandbox.faults.add({ path: /^\/campaigns$/, fault: answer(200, { campaigns: CAMPAIGNS }) });

describe('something in the list that is no object', () => {
	const list = { resource: 'campaign', operation: 'getAll', publisherId, returnAll: true, simplify: false };
	const answering = (campaigns: unknown[]) =>
		harness.sandbox.faults.add({ path: /^\/campaigns$/, fault: answer(200, { campaigns }) });

	it('spoils no other', async () => {
		answering([null, { id: 'a1', publications: [null, { id: 'p1' }] }]);
		const run = await harness.run(list);
		expect(run.json(NODE)).toEqual([{}, { id: 'a1', publications: [{}, { id: 'p1' }] }]);
		expect(run.hints(NODE).join(' ')).toContain('1 row came without an ID or anything else');
	});

	it('is an unknown answer where there is nothing else', async () => {
		answering([null, 7]);
		expect((await harness.run(list)).error).toMatchObject({ context: { kind: 'response-invalid' } });
	});

	it('counts as not archived where nobody knows', async () => {
		answering([
			{ id: 'a1', isArchived: 'yes' },
			{ id: 'a2', isArchived: true },
		]);
		const rows = await harness.rows({ ...list, filters: { archived: false } });
		expect(rows.map(({ id }) => id)).toEqual(['a1']);
	});
});

describe('one odd campaign in the list', () => {
	it('comes as it is', async () => {
		answerCampaigns();
		const parameters = { resource: 'campaign', operation: 'getAll', publisherId, returnAll: true };
		expect(await harness.rows({ ...parameters, simplify: false })).toEqual(CAMPAIGNS);
	});

	it('is no choice in the dropdown', async () => {
		answerCampaigns();
		const options = await harness.engine.loadOptions('yandexPromoPages', 'getCampaigns', editor());
		expect(options.map(({ value }) => value)).toEqual(['a2', 'a1']);
	});

	it('cannot be reported on, which is told', async () => {
		answerCampaigns();
		const run = await harness.run({
			resource: 'report',
			operation: 'planSlices',
			publisherId,
			campaignScope: 'all',
			dateRange: 'custom',
			dateFrom: '2024-01-01',
			dateTo: '2024-01-01',
		});
		expect(run.json(NODE).map(({ campaignIds }) => campaignIds)).toEqual([['a1', 'a2']]);
		expect(run.hints(NODE).join(' ')).toContain('2 campaigns of the publisher came without an ID');
	});
});

it('one odd publisher, or balance, is no failure of the list', async () => {
	const permissions = [
		{ publisher: { id: 'p1', name: 'good' }, canRead: true },
		{ publisher: { id: null, name: 7 }, canRead: true },
	];
	harness.sandbox.faults.add({ path: /permissions/, fault: answer(200, { userPermissions: permissions }) });
	const balances = [{ publisherId: 'p1', balance: null }];
	harness.sandbox.faults.add({ path: /balances/, fault: answer(200, { balances }) });
	const publishers = await harness.rows({ resource: 'publisher', operation: 'getAll', returnAll: true });
	expect(publishers.map(({ id }) => id)).toEqual(['p1', null]);
	const options = await harness.engine.loadOptions('yandexPromoPages', 'getPublishers', editor());
	expect(options.map(({ value }) => value)).toEqual(['p1']);
	expect(await harness.rows({ resource: 'balance', operation: 'getAll', returnAll: true })).toEqual(balances);
	expect(harness.sandbox.requests.at(-1)!.query).toEqual({ publisherIds: 'p1' });
});
