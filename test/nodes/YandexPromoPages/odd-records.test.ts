import { describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE, ofPublisher, publisherOf, TYPE } from './harness';

const harness = Harness.ofFile();
const publisherId = '5d6015092f1e4409e4e3ee84';
const editor = () => ({
	credentials: { [TYPE]: harness.credential },
	parameters: {
		resource: 'campaign',
		operation: 'getAll',
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

	it('nor does an ID of another kind: a number is one, anything else none', async () => {
		const campaigns = [
			{ id: 7, title: 'seven', publications: [{ id: 'p1' }] },
			{ id: { odd: 1 } },
			{ id: 'a1' },
		];
		answering(campaigns);
		const run = await harness.run(list);
		expect(run.json(NODE)).toEqual(campaigns);
		const options = await harness.engine.loadOptions('yandexPromoPages', 'getCampaigns', editor());
		expect(options.map(({ value }) => value).sort()).toEqual(['7', 'a1']);
		const byIds = await harness.rows({ ...list, filters: { campaignIds: '7, a1' } });
		expect(byIds.map(({ id }) => id)).toEqual([7, 'a1']);
		const plan = await harness.run({
			...{ resource: 'report', operation: 'planSlices', ...ofPublisher(publisherId), campaignScope: 'all' },
			...{ dateRange: 'custom', dateFrom: '2024-01-01', dateTo: '2024-01-01' },
		});
		expect(plan.json(NODE).map(({ campaignIds }) => campaignIds)).toEqual([['7', 'a1']]);
		expect(plan.hints(NODE).join(' ')).toContain('1 campaign of the publisher came without an ID');
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

	it('may hide what belongs to it, which is told where it has no row of its own', async () => {
		const told = async (level: string) => {
			answerCampaigns();
			const parameters = { resource: 'campaign', operation: 'getAll', publisherId, returnAll: true };
			return (await harness.run({ ...parameters, level })).hints(NODE).join(' ');
		};
		for (const level of ['publications', 'previews'])
			expect(await told(level)).toContain(
				'2 campaigns of the publisher came without an ID; what belongs to it may be missing.',
			);
		expect(await told('campaigns')).not.toContain('without an ID');
		harness.sandbox.faults.clear();
		const named = { resource: 'campaign', operation: 'getAll', level: 'previews', returnAll: true };
		const run = await harness.run({ ...named, publisherId: publisherOf(harness.sandbox) });
		expect(run.hints(NODE).join(' ')).not.toContain('without an ID');
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
			...ofPublisher(publisherId),
			campaignScope: 'all',
			dateRange: 'custom',
			dateFrom: '2024-01-01',
			dateTo: '2024-01-01',
		});
		expect(run.json(NODE).map(({ campaignIds }) => campaignIds)).toEqual([['a1', 'a2']]);
		expect(run.hints(NODE).join(' ')).toMatch(/(^|\s)2 campaigns of the publisher came without an ID/);
	});
});

it('one odd publisher, or balance, is no failure of the list', async () => {
	const permissions = [
		{ publisher: { id: 'p1', name: 'good' }, canRead: true },
		{ publisher: { id: null, name: 7 }, canRead: true },
		{ publisher: { id: 'p2', name: 'only written' }, canWrite: true },
		{ publisher: { id: 'p3', name: 'neither' } },
	];
	harness.sandbox.faults.add({ path: /permissions/, fault: answer(200, { userPermissions: permissions }) });
	const balances = [{ publisherId: 'p1', balance: null }, { odd: 1 }];
	harness.sandbox.faults.add({ path: /balances/, fault: answer(200, { balances }) });
	const publishers = await harness.rows({ resource: 'publisher', operation: 'getAll', returnAll: true });
	expect(publishers.map(({ id }) => id)).toEqual(['p1', null, 'p2', 'p3']);
	// What the platform leaves out is unknown for texts, and false for flags.
	const flags = { isDeleted: false, canRead: false, canWrite: false };
	expect(publishers[3]).toEqual({ id: 'p3', name: 'neither', logoUrl: null, ...flags });
	const options = await harness.engine.loadOptions('yandexPromoPages', 'getPublishers', editor());
	expect(options.map(({ value }) => value)).toEqual(['p1', 'p2']);
	const run = await harness.run({ resource: 'balance', operation: 'getAll', returnAll: true });
	expect(run.json(NODE)).toEqual([{ publisherId: 'p1', publisherName: 'good', balance: null }, { odd: 1 }]);
	expect(run.hints(NODE).join(' ')).toContain('1 publisher of the account came without an ID');
	expect(harness.sandbox.requests.at(-1)!.query).toEqual({ publisherIds: 'p1,p2' });
});

it('an entry without a publisher spoils no other publisher, and is told', async () => {
	const odd = [null, { canRead: true }, { publisher: 'p4', canRead: true }, { publisher: { id: [] } }];
	const good = [
		{ publisher: { id: 'p1', name: 'good' }, canRead: true },
		{ publisher: { id: 5, name: 'five' }, canRead: true },
	];
	harness.sandbox.faults.add({
		path: /permissions/,
		fault: answer(200, { userPermissions: [...odd, ...good] }),
	});
	const balances = [
		{ publisherId: 'p1', balance: 1 },
		{ publisherId: 5, balance: 2 },
		{ publisherId: {}, balance: 3 },
	];
	harness.sandbox.faults.add({ path: /balances/, fault: answer(200, { balances }) });
	const list = { resource: 'publisher', operation: 'getAll', returnAll: true };
	for (const access of ['any', 'read']) {
		const run = await harness.run({ ...list, filters: { access } });
		expect(run.json(NODE).map(({ id }) => id)).toEqual(expect.arrayContaining(['p1', 5]));
		expect(run.hints(NODE).join(' ')).toContain('4 publishers of the account came without an ID.');
	}
	const options = await harness.engine.loadOptions('yandexPromoPages', 'getPublishers', editor());
	expect(options.map(({ value }) => value).sort()).toEqual(['5', 'p1']);
	const run = await harness.run({ resource: 'balance', operation: 'getAll', returnAll: true });
	expect(run.json(NODE)).toEqual([
		{ publisherId: 'p1', publisherName: 'good', balance: 1 },
		{ publisherId: 5, publisherName: 'five', balance: 2 },
		{ publisherId: {}, balance: 3 },
	]);
	expect(run.hints(NODE).join(' ')).toContain('4 publishers of the account came without an ID and could not');
});

it('entries of which none has a publisher are another list', async () => {
	harness.sandbox.faults.add({
		path: /permissions/,
		fault: answer(200, { userPermissions: [{}, { id: 'p1' }] }),
	});
	const run = await harness.run({ resource: 'publisher', operation: 'getAll', returnAll: true });
	expect(run.error).toMatchObject({ context: { kind: 'response-invalid' } });
});
