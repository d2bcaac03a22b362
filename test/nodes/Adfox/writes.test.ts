import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, byId, formOf, Harness, NODE } from './harness';

shortWaitsInThisFile();

const harness = Harness.ofFile({ adfox: { campaigns: 12, banners: 30 } });

const adfox = () => harness.sandbox.adfox;
const sent = () => harness.sandbox.requests.map((request) => formOf(request));
const block = (object: string, action: string, actionObject?: string) => [
	['object', object],
	['action', action],
	...(actionObject === undefined ? [] : [['actionObject', actionObject]]),
];
const ENCODING = ['encoding', 'UTF-8'];

const CREATE = { resource: 'campaign', operation: 'create', name: 'Кампания' };
const advertiserID = () => String(adfox().advertisers[0]!.ID);
const createOne = (additionalFields: object = {}) => ({
	...CREATE,
	advertiserID: byId(advertiserID()),
	additionalFields,
});

const update = (id: unknown, additionalFields: object) => ({
	...{ resource: 'campaign', operation: 'update', id: byId(id), additionalFields },
});

describe('Create', () => {
	it('trap 7.1, 2: sends status 0, and name=Кампания reads back equal', async () => {
		const [created] = await harness.rows(createOne({ status: 0, dateStart: '2026-04-25T11:00:00' }));
		expect(created).toEqual({ ID: expect.stringMatching(/^\d+$/) });
		expect(sent()).toEqual([
			[
				...block('account', 'add', 'campaign'),
				['name', 'Кампания'],
				['advertiserID', advertiserID()],
				['dateStart', '2026-04-25 11:00'],
				['status', '0'],
				ENCODING,
			],
		]);
		expect(harness.sandbox.requests[0]!.query).toEqual({});
		const get = { resource: 'campaign', operation: 'get', id: byId(created!.ID) };
		expect(await harness.rows(get)).toEqual([
			expect.objectContaining({ ID: created!.ID, name: 'Кампания', status: '0' }),
		]);
	});

	it('trap 7.2, 3: after a connection reset in doubt there is one object, and the message says how to check', async () => {
		const before = adfox().campaigns.length;
		harness.sandbox.faults.add({ path: '/v1', method: 'POST', fault: { kind: 'reset-after' } });
		const run = await harness.run({ ...createOne(), options: { maxRetries: 5 } });
		expect(adfox().campaigns.length - before).toBe(1);
		expect(harness.sandbox.requests).toHaveLength(1);
		expect(run.error?.message).toContain('It was sent once and may have been done all the same.');
		expect(run.error?.message).toContain('Campaign > Get Many, Filters > Search "Кампания",');
		expect(run.error?.description).not.toContain('Run it again');
	});

	it('sends once and tells the doubt after a body that breaks off', async () => {
		harness.sandbox.faults.add({ path: '/v1', fault: { kind: 'truncate' } });
		const run = await harness.run(createOne());
		expect(harness.sandbox.requests).toHaveLength(1);
		expect(run.error?.message).toContain('It was sent once and may have been done all the same.');
	});

	it('has no doubt where no connection was made', async () => {
		const credentials = { adfoxApi: { ...harness.credential, baseUrl: 'http://127.0.0.1:1/api' } };
		const run = await harness.run(createOne(), { credentials });
		expect(run.error?.message).toContain('refused the connection');
		expect(run.error?.message).not.toContain('may have been done');
	});

	it('repeats only what was proven to be refused: a 429', async () => {
		const before = adfox().campaigns.length;
		const fault = { kind: 'status', status: 429, retryAfter: '1' } as const;
		const struck = harness.sandbox.faults.add({ path: '/v1', times: 1, fault });
		await harness.rows(createOne());
		expect(struck.hits).toBe(1);
		expect(adfox().campaigns.length - before).toBe(1);
	});

	it('is refused before any request when Retry On Fail is on', async () => {
		const run = await harness.run(createOne(), {}, { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 });
		expect(run.error?.message).toContain('Retry On Fail is on');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('2.4: takes the advertiser from the super campaign', async () => {
		const superCampaignID = String(adfox().superCampaigns[0]!.ID);
		await harness.rows({ ...CREATE, additionalFields: { superCampaignID } });
		expect(sent()[0]).toEqual([
			...block('account', 'add', 'campaign'),
			['name', 'Кампания'],
			['superCampaignID', superCampaignID],
			ENCODING,
		]);
	});

	it('4.2: names parameter and value of a refusal', async () => {
		const run = await harness.run(createOne({ status: 7 }));
		expect(run.error?.message).toBe('ADFOX answered: Incorrect value (-6), parameter status, value "7".');
		expect(run.error?.context?.kind).toBe('request-invalid');
	});

	it('tells a misspelt custom parameter, and sends it', async () => {
		const custom = { parameter: [{ name: 'Status', value: '1' }] };
		const run = await harness.run(createOne({ custom }));
		expect(run.hints(NODE)).toContain('`Status`: did you mean `status`?');
		expect(sent()[0]).toContainEqual(['Status', '1']);
	});
});

describe("the seed's navigation blocks", () => {
	it('sends account/add/banner', async () => {
		const campaignID = String(adfox().campaigns[0]!.ID);
		const templateID = String(adfox().banners[0]!.templateID);
		const parameters = { campaignID: byId(campaignID), templateID, additionalFields: { name: 'Баннер' } };
		await harness.rows({ resource: 'banner', operation: 'create', ...parameters });
		expect(sent()[0]).toEqual([
			...block('account', 'add', 'banner'),
			['campaignID', campaignID],
			['templateID', templateID],
			['name', 'Баннер'],
			ENCODING,
		]);
	});

	it('sends banner/modify/banner', async () => {
		const { ID } = adfox().banners[0]!;
		const additionalFields = {
			status: 1,
			isEvents: false,
			custom: { parameter: [{ name: 'user3', value: 'x' }] },
		};
		expect(
			await harness.rows({ resource: 'banner', operation: 'update', id: byId(ID), additionalFields }),
		).toEqual([{ id: ID, success: true }]);
		expect(sent()[0]).toEqual([
			...block('banner', 'modify', 'banner'),
			['objectID', ID],
			['isEvents', '0'],
			['status', '1'],
			['user3', 'x'],
			ENCODING,
		]);
		expect(adfox().banners[0]).toMatchObject({ status: '1' });
	});

	it('sends banner/target/targetingFrequency', async () => {
		const { ID } = adfox().banners[1]!;
		await harness.rows({
			resource: 'banner',
			operation: 'setFrequency',
			id: byId(ID),
			isRedefined: true,
			additionalFields: {
				maxUniqueImpressions: 3,
				frequencyTypeImpressions: 8,
				uniquePeriodImpressions: '02:00',
			},
		});
		expect(sent()[0]).toEqual([
			...block('banner', 'target', 'targetingFrequency'),
			['objectID', ID],
			['isRedefined', '1'],
			['frequencyTypeImpressions', '8'],
			['maxUniqueImpressions', '3'],
			['uniquePeriodImpressions', '02:00'],
			ENCODING,
		]);
		expect(adfox().targeting('banner', String(ID), 'targetingFrequency')).toMatchObject({
			maxUniqueImpressions: '3',
		});
	});
});

describe('Update, Delete and Set Placement', () => {
	it('campaign/modify has no action object, and pauses', async () => {
		const { ID } = adfox().campaigns[2]!;
		await harness.rows(update(ID, { status: 1 }));
		expect(sent()[0]).toEqual([...block('campaign', 'modify'), ['objectID', ID], ['status', '1'], ENCODING]);
		expect(adfox().campaigns[2]).toMatchObject({ status: '1' });
	});

	it('refuses a change of nothing', async () => {
		const run = await harness.run({ resource: 'site', operation: 'update', id: byId(1) });
		expect(run.error?.message).toContain('nothing to change');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it.each([
		['campaign', () => adfox().campaigns, {}, 'actionObjectID'],
		['banner', () => adfox().banners, { campaignID: 'campaignID' }, 'listIDs'],
		['place', () => adfox().places, { siteID: 'siteID' }, 'listIDs'],
		['zone', () => adfox().zones, {}, 'listIDs'],
		['site', () => adfox().sites, {}, 'listIDs'],
	] as const)(
		'2.5: names the victim of %s as its method wants it',
		async (resource, objects, parents, name) => {
			const victim = objects().at(-1)!;
			const parentIds = Object.keys(parents).map((parent): [string, string] => [
				parent,
				String(victim[parent]),
			]);
			const fields = Object.fromEntries(parentIds.map(([parent, id]) => [parent, byId(id)]));
			const rows = await harness.rows({ resource, operation: 'delete', id: byId(victim.ID), ...fields });
			expect(rows).toEqual([{ id: victim.ID, deleted: true }]);
			expect(sent()[0]?.slice(3)).toEqual([...parentIds, [name, victim.ID], ENCODING]);
			expect(objects().map(({ ID }) => ID)).not.toContain(victim.ID);
		},
	);

	it('places a campaign on a site and off again; -10 is a remark', async () => {
		const { ID } = adfox().campaigns[1]!;
		const site = String(adfox().sites[0]!.ID);
		const place = { resource: 'campaign', operation: 'setPlacement', id: byId(ID), actionObjectID: site };
		expect(await harness.rows({ ...place, actionObject: 'website', actionStatus: 1 })).toEqual([
			{ id: ID, success: true },
		]);
		expect(adfox().isPlaced(String(ID), 'website', site)).toBe(true);
		await harness.rows({ ...place, actionObject: 'website', actionStatus: 0 });
		expect(adfox().isPlaced(String(ID), 'website', site)).toBe(false);
		expect(sent()[1]).toEqual([
			...block('campaign', 'placing', 'website'),
			['objectID', ID],
			['actionObjectID', site],
			['actionStatus', '0'],
			ENCODING,
		]);
		const status = '<status><code>-10</code><error>This object is placed upper</error></status>';
		const body = `<response>${status}</response>`;
		harness.sandbox.faults.add({ path: '/v1', fault: answer(200, body) });
		const run = await harness.run({ ...place, actionObject: 'website', actionStatus: 1 });
		expect(run.json(NODE)).toEqual([{ id: ID, success: true }]);
		expect(run.hints(NODE)).toContain('ADFOX remarks: This object is placed upper (-10).');
	});

	it('4.1: tells what of a change was not done', async () => {
		const { ID } = adfox().campaigns[1]!;
		const fault = { kind: 'partial-success', message: 'Banner 7 was not changed' } as const;
		harness.sandbox.faults.add({ path: '/v1', fault });
		const additionalFields = { name: 'Весна' };
		const run = await harness.run(update(ID, additionalFields));
		expect(run.json(NODE)).toEqual([{ id: ID, message: 'Banner 7 was not changed' }]);
		expect(run.hints(NODE)).toContain('ADFOX did a part only: Banner 7 was not changed');
	});

	it.each([
		['campaign', 'delete', {}],
		['campaign', 'setPlacement', { actionObject: 'zone', actionObjectID: '5', actionStatus: 1 }],
		['banner', 'setFrequency', { isRedefined: true }],
	] as const)('4.1: does not claim that all of %s: %s was done', async (resource, operation, fields) => {
		const body = '<response><status><code>0</code><message>zone 7 was skipped</message></status></response>';
		harness.sandbox.faults.add({ path: '/v1', fault: answer(200, body) });
		const run = await harness.run({ resource, operation, id: byId(1), ...fields });
		expect(run.json(NODE)).toEqual([{ id: '1', message: 'zone 7 was skipped' }]);
		expect(run.hints(NODE)).toContain('ADFOX did a part only: zone 7 was skipped');
	});

	it.each(['zone', 'place'])('refuses limits that only a site has, for a %s', async (actionObject) => {
		const run = await harness.run({
			resource: 'campaign',
			operation: 'setPlacement',
			id: byId(1),
			actionObject,
			actionObjectID: '5',
			actionStatus: 1,
			additionalFields: {
				maxClicks: 5,
				dateStart: '2026-04-25',
				custom: { parameter: [{ name: 'maxImpressions', value: '9' }] },
			},
		});
		expect(run.error?.message).toContain('Max Clicks, Max Impressions: only a site takes that');
		expect(harness.sandbox.requests).toEqual([]);
	});
});
