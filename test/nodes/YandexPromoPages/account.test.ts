import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { account } from '../../../nodes/YandexPromoPages/account';
import { campaignLabel } from './host';
import { answer, Harness, namedBalances, NODE, ofPublisher, publisherOf } from './harness';

const harness = Harness.ofFile({ promoPages: { publishers: 12 } });

const TYPE = 'yandexPromoPagesApi';
const publishers = () => harness.sandbox.promoPages.publishers;
const editor = () => ({ credentials: { [TYPE]: harness.credential } });

describe('an account', () => {
	const credential = { accessToken: 'OAuth  abc', tokenType: 'Bearer', baseUrl: 'https://api.example/' };

	it('signs as its type says, hides its token, and shares its budget with whoever has the same', async () => {
		const opened = account(credential);
		expect(opened).toMatchObject({
			...{ baseUrl: 'https://api.example', secrets: ['abc'], identity: 'abc', owner: '' },
		});
		expect(await opened.auth.sign()).toEqual({ authorization: 'Bearer abc' });
		for (const tokenType of ['OAuth', 'auto', 'other'])
			expect(await account({ ...credential, tokenType }).auth.sign()).toEqual({ authorization: 'OAuth abc' });
	});
});

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
		expect(run.json(NODE)).toEqual(namedBalances(harness.sandbox));
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
		const chosen = { publisherScope: 'byId', publisherIdList: ids.join(',') };
		const run = await harness.run({ ...GET, ...chosen, returnAll: false, limit: 200 });
		expect(run.json(NODE)).toEqual(balances.map((row) => ({ ...row, publisherName: null })));
		expect(harness.sandbox.requests).toHaveLength(2);
		expect(run.hints(NODE).join(' ')).toContain('limit of 200 rows');
	});

	it('gives those of the publishers named', async () => {
		const [first] = harness.sandbox.promoPages.balances;
		const rows = await harness.rows({ ...GET, ...ofPublisher(first!.publisherId) });
		expect(rows).toEqual(namedBalances(harness.sandbox).slice(0, 1));
		expect(Object.keys(rows[0]!)).toEqual(['publisherId', 'publisherName', 'balance']);
		expect(harness.sandbox.requests).toHaveLength(2);
	});

	it('takes an empty choice for a mistake, not for all', async () => {
		const run = await harness.run({ ...GET, publisherScope: 'selected' });
		expect(run.error?.message).toContain('Publishers is From List, but Publisher Names or IDs is empty.');
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('the editor', () => {
	// Parameters that the editor hides are not there.
	const LIST = { resource: 'campaign', operation: 'getAll' };
	const REPORT = { resource: 'report', operation: 'get', campaignScope: 'selected' };
	const reportCampaigns = async (publishers: INodeParameters) =>
		harness.engine.loadOptions('yandexPromoPages', 'getReportCampaigns', {
			...editor(),
			parameters: { ...REPORT, ...publishers },
		});

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
			parameters: { ...LIST, publisherId: { __rl: true, mode: 'list', value: publisherId } },
		});
		expect(new Set(options.map(({ value }) => value))).toEqual(
			new Set(harness.sandbox.promoPages.campaigns(publisherId).map(({ id }) => id)),
		);
		const labels = new Map(options.map(({ value, name }) => [value, name]));
		for (const campaign of harness.sandbox.promoPages.campaigns(publisherId))
			expect(labels.get(campaign.id)).toBe(campaignLabel(campaign));
		const none = await harness.engine.loadOptions('yandexPromoPages', 'getCampaigns', {
			...editor(),
			parameters: { ...LIST, publisherId: { __rl: true, mode: 'list', value: '' } },
		});
		expect(none).toEqual([]);
	});

	it("lists the campaigns of a report's publisher", async () => {
		const publisherId = publisherOf(harness.sandbox);
		const [campaign] = harness.sandbox.promoPages.campaigns(publisherId);
		for (const chosen of [
			ofPublisher(publisherId),
			{ publisherScope: 'byId', publisherIdList: publisherId },
		] as const) {
			const options = await reportCampaigns(chosen);
			expect(options).toHaveLength(harness.sandbox.promoPages.campaigns(publisherId).length);
			expect(options.find(({ value }) => value === campaign!.id)?.name).toBe(campaignLabel(campaign!));
		}
	});

	it('lists those of several publishers, each with the name of its own', async () => {
		const { promoPages } = harness.sandbox;
		const readable = promoPages.publishers.filter(
			({ canRead, canWrite, publisher }) => (canRead || canWrite) && publisher.isDeleted !== true,
		);
		const labels = (some: typeof readable) =>
			some.flatMap(({ publisher }) =>
				promoPages.campaigns(publisher.id).map((campaign) => campaignLabel(campaign, publisher.name)),
			);
		const namesOf = (options: readonly { name: string }[]) => new Set(options.map(({ name }) => name));
		const all = await reportCampaigns({ publisherScope: 'all' });
		expect(namesOf(all)).toEqual(new Set(labels(readable)));
		const two = readable.slice(0, 2);
		const publisherIds = two.map(({ publisher }) => publisher.id);
		const some = await reportCampaigns({ publisherScope: 'selected', publisherIds });
		expect(namesOf(some)).toEqual(new Set(labels(two)));
	});

	it.each<INodeParameters>([
		{ publisherScope: 'selected', publisherIds: [] },
		{ publisherScope: 'byId', publisherIdList: '' },
		{ publisherScope: 'byId', publisherIdList: '={{ $json.publisher }}' },
	])('lists none before a publisher is known: %j', async (publishers) => {
		expect(await reportCampaigns(publishers)).toEqual([]);
		expect(harness.sandbox.requests).toEqual([]);
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
