import { describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE, publisherOf } from './harness';

const harness = Harness.ofFile({ promoPages: { publishers: 12 } });

const TYPE = 'yandexPromoPagesApi';
const publishers = () => harness.sandbox.promoPages.publishers;
const editor = () => ({ credentials: { [TYPE]: harness.credential } });

describe('Publisher: Get Many', () => {
	const GET = { resource: 'publisher', operation: 'getAll', returnAll: true };

	it.each([
		['any', {}, () => true],
		['readable ones', { access: 'read' }, ({ canRead }: { canRead: boolean }) => canRead],
		['editable ones (trap 39)', { access: 'write' }, ({ canWrite }: { canWrite: boolean }) => canWrite],
	])('gives %s, without deleted ones (trap 41)', async (_name, filters, wanted) => {
		const rows = await harness.rows({ ...GET, filters });
		const expected = publishers()
			.filter(({ publisher }) => publisher.isDeleted !== true)
			.filter(wanted)
			.map(({ publisher: { id, name, logoUrl }, canRead, canWrite }) => ({
				id,
				name,
				logoUrl: logoUrl ?? null,
				isDeleted: false,
				canRead,
				canWrite,
			}));
		expect(rows).toEqual(expected);
		expect(rows.length).toBeGreaterThan(0);
	});

	it('gives deleted ones on request', async () => {
		const rows = await harness.rows({ ...GET, filters: { includeDeleted: true } });
		expect(rows).toHaveLength(publishers().length);
		expect(rows.some(({ isDeleted }) => isDeleted)).toBe(true);
	});
});

describe('Balance: Get Many', () => {
	const GET = { resource: 'balance', operation: 'getAll', returnAll: true };

	it('gives those of all accessible publishers, and tells the ones without an answer', async () => {
		const run = await harness.run(GET);
		expect(run.json(NODE)).toEqual(harness.sandbox.promoPages.balances);
		const asked = harness.sandbox.requests[1]!.query.publisherIds!.split(',');
		const silent = asked.filter(
			(id) => !harness.sandbox.promoPages.balances.some(({ publisherId }) => publisherId === id),
		);
		expect(silent.length).toBeGreaterThan(0);
		for (const id of silent) expect(run.hints(NODE).join(' ')).toContain(id);
	});

	it('asks for no second batch when the first one fills the limit', async () => {
		const ids = Array.from({ length: 201 }, (_none, index) => index.toString(16).padStart(24, '0'));
		const balances = ids.slice(0, 200).map((publisherId) => ({ publisherId, balance: 1 }));
		const body = JSON.stringify({ balances });
		harness.sandbox.faults.add({ path: /balances/, fault: answer(200, body) });
		const run = await harness.run({ ...GET, publisherIds: ids, returnAll: false, limit: 200 });
		expect(run.json(NODE)).toEqual(balances);
		expect(harness.sandbox.requests).toHaveLength(1);
		expect(run.hints(NODE).join(' ')).toContain('limit of 200 rows');
	});

	it('gives those of the publishers named', async () => {
		const [first] = harness.sandbox.promoPages.balances;
		const rows = await harness.rows({ ...GET, publisherIds: [first!.publisherId], publisherIdList: '' });
		expect(rows).toEqual([first]);
		expect(harness.sandbox.requests).toHaveLength(1);
	});
});

describe('the editor', () => {
	// Parameters that the editor hides are not there.
	const REPORT = { resource: 'report', operation: 'get', campaignScope: 'selected' };

	it('searches publishers by name, and pages them', async () => {
		const all = await harness.engine.listSearch('yandexPromoPages', 'searchPublishers', editor());
		expect(all.results.length).toBeGreaterThan(3);
		const { name, value } = all.results[1]!;
		const filter = name.slice(0, 12).toUpperCase();
		const found = await harness.engine.listSearch('yandexPromoPages', 'searchPublishers', {
			...editor(),
			filter,
		});
		expect(found.results).toContainEqual(expect.objectContaining({ name, value }));
		for (const result of found.results) expect(result.name.toUpperCase()).toContain(filter);
		const many = await Harness.open({ promoPages: { publishers: 400 } });
		const credentials = { [TYPE]: many.credential };
		const seen = new Set<unknown>();
		let paginationToken: string | undefined;
		do {
			const page = await many.engine.listSearch('yandexPromoPages', 'searchPublishers', {
				credentials,
				paginationToken,
			});
			expect(page.results.length).toBeLessThanOrEqual(100);
			for (const result of page.results) seen.add(result.value);
			paginationToken = page.paginationToken;
		} while (paginationToken !== undefined);
		const readable = many.sandbox.promoPages.publishers.filter(
			({ canRead, canWrite, publisher }) => (canRead || canWrite) && publisher.isDeleted !== true,
		);
		expect(seen).toEqual(new Set(readable.map(({ publisher }) => publisher.id)));
	});

	it('lists the campaigns of the chosen publisher, and none before one is chosen', async () => {
		const publisherId = publisherOf(harness.sandbox);
		const options = await harness.engine.loadOptions('yandexPromoPages', 'getCampaigns', {
			...editor(),
			parameters: { ...REPORT, publisherId: { __rl: true, mode: 'list', value: publisherId } },
		});
		expect(new Set(options.map(({ value }) => value))).toEqual(
			new Set(harness.sandbox.promoPages.campaigns(publisherId).map(({ id }) => id)),
		);
		const none = await harness.engine.loadOptions('yandexPromoPages', 'getCampaigns', {
			...editor(),
			parameters: { ...REPORT, publisherId: { __rl: true, mode: 'list', value: '' } },
		});
		expect(none).toEqual([]);
	});

	it('tests the credential', async () => {
		await expect(harness.engine.testCredential(TYPE, harness.credential)).resolves.toMatchObject({
			status: 'OK',
		});
		const wrong = await harness.engine.testCredential(TYPE, {
			...harness.credential,
			accessToken: 'wrong-token',
		});
		expect(wrong).toMatchObject({ status: 'Error', message: expect.stringContaining('Token Type') });
		const away = await harness.engine.testCredential(TYPE, {
			...harness.credential,
			baseUrl: 'http://127.0.0.1:1/api',
		});
		expect(away).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('refused the connection'),
		});
	});
});
