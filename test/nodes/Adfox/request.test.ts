import { describe, expect, it } from '@jest/globals';

import { formOf, Harness, NODE, send } from './harness';

const harness = Harness.ofFile({ adfox: { campaigns: 12, banners: 30 } });

const retrying = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };

describe('reading', () => {
	it.each([
		['position', () => harness.sandbox.adfox.objects('position')],
		['website', () => harness.sandbox.adfox.sites],
	])("sends the seed's account/list/%s, with limit and offset", async (actionObject, truth) => {
		expect(await harness.rows(send('account', 'list', actionObject))).toEqual(truth());
		const [{ method, query }] = harness.sandbox.requests as [(typeof harness.sandbox.requests)[0]];
		expect(method).toBe('GET');
		expect(query).toEqual({
			object: 'account',
			action: 'list',
			actionObject,
			limit: '1000',
			offset: '0',
			encoding: 'UTF-8',
		});
	});

	it('leaves an empty action object out, and gives one item for an answer without rows', async () => {
		expect(await harness.rows(send('account', 'auth'))).toEqual([expect.objectContaining({ code: '0' })]);
		expect(harness.sandbox.requests[0]!.query).not.toHaveProperty('actionObject');
	});

	it('sends a name more than once, and leaves out what the node sets itself', async () => {
		const parameters = [
			{ name: 'search', value: 'a' },
			{ name: 'roles[]', value: 0 },
			{ name: 'roles[]', value: 1 },
			{ name: 'limit', value: 3 },
		];
		const writing = send('account', 'add', 'contractor', parameters);
		const run = await harness.run(writing);
		const form = formOf(harness.sandbox.requests[0]!);
		expect(form.filter(([name]) => name === 'roles[]')).toEqual([
			['roles[]', '0'],
			['roles[]', '1'],
		]);
		expect(form.map(([name]) => name)).not.toContain('limit');
		expect(run.error?.message).toContain('The method needs `name`, `inn`, `type` as well.');
	});

	it('reads with Retry On Fail on', async () => {
		const run = await harness.run(send('account', 'list', 'position'), {}, retrying);
		expect(run.error).toBeUndefined();
	});

	it.each([
		['{', 'no valid JSON'],
		['7', 'no JSON object or list'],
		['[{"value": 1}]', 'an entry without a name'],
	])('refuses Parameters %s', async (parameters, message) => {
		const run = await harness.run(send('account', 'list', 'position', parameters));
		expect(run.error?.message).toContain(message);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('has no word on a navigation block that is like none', async () => {
		const run = await harness.run(send('account', 'list', 'somethingElse'));
		expect(run.error?.message).toMatch(/^ADFOX answered: [^.]*\(-4\)[^.]*\.$/);
	});

	it('tells a navigation block in the wrong case', async () => {
		const run = await harness.run(send('account', 'list', 'superCampaigns'));
		expect(run.error?.message).toContain('(-4)');
		expect(run.error?.message).toContain('did you mean `account/list/superCampaign`?');
	});
});

describe('writing', () => {
	// The sample call of the seed; today's documentation calls the parameter advertiserID (7.3).
	const SEED = { name: 'ADFOX_company', advertiser: 427, status: 1, level: 5 };

	it("sends the seed's sample as it stands, and tells the near miss when it is refused", async () => {
		const run = await harness.run(send('account', 'add', 'campaign', SEED));
		const [request] = harness.sandbox.requests;
		expect(request!.method).toBe('POST');
		expect(request!.query).toEqual({});
		expect(formOf(request!)).toEqual([
			['object', 'account'],
			['action', 'add'],
			['actionObject', 'campaign'],
			['name', 'ADFOX_company'],
			['advertiser', '427'],
			['status', '1'],
			['level', '5'],
			['encoding', 'UTF-8'],
		]);
		expect(run.error?.message).toContain('`advertiser`: did you mean `advertiserID`?');
	});

	it('gives what the platform says', async () => {
		const advertiserID = harness.sandbox.adfox.advertisers[0]!.ID;
		const run = await harness.run(send('account', 'add', 'campaign', { name: 'n', advertiserID, status: 0 }));
		expect(run.json(NODE)).toEqual([{ code: '0', ID: harness.sandbox.adfox.campaigns.at(-1)!.ID }]);
	});

	it('is refused before any request when Retry On Fail is on, for any of the items', async () => {
		const parameters = { ...send('account', 'list', 'position'), action: '={{ $json.action }}' };
		const input = [{ json: { action: 'list' } }, { json: { action: 'add' } }];
		const run = await harness.run(parameters, { input }, retrying);
		expect(run.error?.message).toContain('Retry On Fail is on');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('is not repeated in doubt, and tells what to look up', async () => {
		const fault = { kind: 'reset-after' } as const;
		harness.sandbox.faults.add({ path: '/v1', fault });
		const run = await harness.run(send('account', 'add', 'position', { name: 'p' }));
		expect(harness.sandbox.requests).toHaveLength(1);
		expect(run.error?.message).toContain('Look up what account/add/position should have changed');
	});
});

describe('Dictionary: Get Many', () => {
	const DICTIONARY = { resource: 'dictionary', operation: 'getAll', returnAll: true };

	it.each([
		['os', 'account/utility/os', 'osid'],
		['userCriterias', 'account/list/userCriterias', 'criteriaID'],
		['bannerKktu', 'account/list/bannerKktu', 'CODE'],
	])('reads %s from %s', async (dictionary, path, field) => {
		const rows = await harness.rows({ ...DICTIONARY, dictionary });
		const { object, action, actionObject } = harness.sandbox.requests[0]!.query;
		expect([object, action, actionObject].join('/')).toBe(path);
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect(row).toHaveProperty(field, expect.anything());
	});

	it('2.3: reads one template, with its own rows nested', async () => {
		const id = String(harness.sandbox.adfox.banners[0]!.templateID);
		const [template] = await harness.rows({ ...DICTIONARY, dictionary: 'template', templateId: id });
		expect(template).toMatchObject({ id: Number(id), userParameters: expect.any(Array) });
	});
});
