import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { shortWaitsInThisFile } from '../../support/of-file';
import {
	failing,
	failureOf,
	Harness,
	jsonOf,
	ofPublisher,
	rowsOfPublisher,
	runOnFakeClock,
	sorted,
} from './harness';

shortWaitsInThisFile();

const DAYS = { dateFrom: '2026-01-01', dateTo: '2026-01-07' };
const REPORT: INodeParameters = {
	...{ resource: 'report', operation: 'get', level: 'campaigns', campaignScope: 'all' },
	...{ returnAll: true, dateRange: 'custom', ...DAYS },
};

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	promoPages: { campaigns: [20, 7, 0, 3, 5, 4], reportPolls: 1 },
});

const load = async (changes: INodeParameters = {}) =>
	runOnFakeClock(harness.sandbox, { ...REPORT, ...changes });
const window = () => harness.sandbox.promoPages;
/** The readable ones: of 20, 7, 0 and 4 campaigns. */
const publishers = () =>
	window()
		.publishers.filter(({ canRead, publisher }) => canRead && publisher.isDeleted !== true)
		.map(({ publisher }) => publisher.id);
const campaigns = (publisherId: string) =>
	window()
		.campaigns(publisherId)
		.map(({ id }) => id);
const truth = (publisherId: string, question: object = {}) =>
	rowsOfPublisher(harness.sandbox, publisherId, window().statistics({ publisherId, ...DAYS, ...question }));
const orders = () =>
	harness.sandbox.requests
		.filter(({ method }) => method === 'POST')
		.map(({ body }) => {
			const { publisherId, campaignIds } = body as { publisherId: string; campaignIds: string[] };
			return { publisherId, campaignIds };
		});
const count = (path: string) => harness.sandbox.requests.filter((request) => request.path === path).length;

describe('a report of several publishers', () => {
	it('gives the rows of all that are accessible, each with its publisher, in their order', async () => {
		const { items } = await load();
		expect(publishers()).toHaveLength(4);
		expect(jsonOf(items)).toEqual(publishers().flatMap((id) => truth(id)));
		// One has no campaigns, so there is nothing to order.
		expect(orders().map(({ publisherId }) => publisherId)).toEqual(
			publishers().filter((id) => campaigns(id).length > 0),
		);
		expect([count('/permissions/user'), count('/campaigns')]).toEqual([1, 4]);
	});

	it.each([
		['from a list', (ids: string[]) => ({ publisherScope: 'selected', publisherIds: ids })],
		['by their IDs', (ids: string[]) => ({ publisherScope: 'byId', publisherIdList: ids.join(', ') })],
	])('gives those of the ones chosen %s', async (_name, scope) => {
		const [first, second] = publishers();
		const { items } = await load(scope([second!, first!, second!]));
		expect(jsonOf(items)).toEqual([...truth(second!), ...truth(first!)]);
		// For their names.
		expect(count('/permissions/user')).toBe(1);
	});

	it('asks each for those of the chosen campaigns that it has, and tells those that none has', async () => {
		const [first, second, , last] = publishers();
		const mine = campaigns(first!)[3]!;
		const theirs = campaigns(last!).slice(1, 3);
		const unknown = '0123456789abcdef01234567';
		const { items, hints } = await load({
			campaignScope: 'selected',
			campaignIds: [theirs[1]!, unknown, mine, theirs[0]!],
		});
		expect(orders()).toEqual([
			{ publisherId: first, campaignIds: [mine] },
			{ publisherId: last, campaignIds: [theirs[1], theirs[0]] },
		]);
		expect(sorted(jsonOf(items))).toEqual(
			sorted([...truth(first!, { campaignIds: [mine] }), ...truth(last!, { campaignIds: theirs })]),
		);
		expect(hints.join(' ')).toContain(`No answer for 1 campaign ID: ${unknown}.`);
		expect(second).toBeDefined();
	});

	it('says so where there is nothing to order', async () => {
		const empty = publishers()[2]!;
		const own = await Harness.open({ promoPages: { campaigns: [0, 0, 0, 0, 0, 0] } });
		const { hints } = await runOnFakeClock(own.sandbox, REPORT);
		expect(hints.join(' ')).toContain('None of the publishers has campaigns, so no report was ordered.');
		expect((await load(ofPublisher(empty))).hints.join(' ')).toContain('The publisher has no campaigns');
		const none = { userPermissions: [] };
		own.sandbox.faults.add({
			path: /permissions/,
			fault: { kind: 'status', status: 200, body: JSON.stringify(none) },
		});
		expect((await runOnFakeClock(own.sandbox, REPORT)).hints.join(' ')).toContain(
			'The user of the token may read no publisher, so no report was ordered.',
		);
	});

	it('plans slices of one publisher each, which feed Get', async () => {
		const plan = jsonOf(
			(
				await runOnFakeClock(harness.sandbox, {
					...REPORT,
					operation: 'planSlices',
					options: { idsPerRequest: 10, daysPerRequest: 4 },
				})
			).items,
		);
		expect(plan.map(({ publisherId, publisherIds }) => [publisherId, publisherIds])).toEqual(
			[0, 0, 1, 3, 0, 0, 1, 3].map((index) => [publishers()[index], [publishers()[index]]]),
		);
		expect(orders()).toEqual([]);
		const rows: IDataObject[] = [];
		for (const slice of plan) rows.push(...jsonOf((await load(slice as INodeParameters)).items));
		expect(sorted(rows)).toEqual(sorted(publishers().flatMap((id) => truth(id))));
	});

	it('orders those of each publisher with Order Daily Statistics', async () => {
		const { items } = await load({ operation: 'create' });
		const ordered = orders().map(({ publisherId }) => publisherId);
		expect(jsonOf(items).map(({ publisherId }) => publisherId)).toEqual(ordered);
		expect(new Set(ordered).size).toBe(3);
	});
});

describe('a publisher that the token may not read', () => {
	const scope = () => {
		const [first, second] = publishers();
		return {
			publisherScope: 'byId',
			publisherIdList: [first, window().foreignPublisherId, second].join(),
		};
	};

	it('is a failed slice of its own, and the others are loaded', async () => {
		const { items, failedSlices } = await load({ ...scope(), options: { onSliceFailure: 'continue' } });
		expect(jsonOf(items)).toEqual([...truth(publishers()[0]!), ...truth(publishers()[1]!)]);
		const foreign = window().foreignPublisherId;
		expect(jsonOf(failedSlices)).toEqual([
			{
				...{ resource: 'report', operation: 'get', level: 'campaigns', ...DAYS },
				...{ publisherId: foreign, ...ofPublisher(foreign), campaignScope: 'all', index: 2, count: 3 },
				error: {
					kind: 'access-denied',
					status: 403,
					message: expect.stringContaining(`It was asked for the campaigns of publisher ${foreign}.`),
				},
			},
		]);
	});

	it('ends the report before anything is ordered where failed slices are not collected', async () => {
		expect(await failureOf(load(scope()))).toMatchObject(
			failing('access-denied', window().foreignPublisherId, 'may read this publisher'),
		);
		expect(orders()).toEqual([]);
	});

	it('has whatever campaigns were chosen, for all that is known', async () => {
		const campaignIds = campaigns(publishers()[0]!).slice(0, 2);
		const { failedSlices, hints } = await load({
			...{ ...scope(), campaignScope: 'selected', campaignIds: [...campaignIds, 'other'] },
			options: { onSliceFailure: 'continue' },
		});
		expect(jsonOf(failedSlices)).toMatchObject([{ campaignIds: [...campaignIds, 'other'] }]);
		expect(hints.join(' ')).not.toContain('campaign ID');
	});

	it('ends everything where it is the token that is refused', async () => {
		harness.sandbox.faults.add({ path: '/campaigns', skip: 1, fault: { kind: 'status', status: 401 } });
		const failure = await failureOf(load({ ...scope(), options: { onSliceFailure: 'continue' } }));
		expect(failure).toMatchObject({ context: { kind: 'credential-invalid' } });
		expect(orders()).toEqual([]);
	});
});
