import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { byId, formOf, Harness, NODE } from './harness';

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

describe('Create', () => {
	it('trap 7.1, 2: sends status 0, and name=Кампания reads back equal', async () => {
		const [created] = await harness.rows(createOne({ status: 0, dateStart: '2026-04-25T11:00:00' }));
		expect(created).toEqual({ ID: expect.any(Number) });
		expect(sent()).toEqual([
			[
				...block('account', 'add', 'campaign'),
				['name', 'Кампания'],
				['advertiserID', advertiserID()],
				['status', '0'],
				['dateStart', '2026-04-25 11:00'],
				ENCODING,
			],
		]);
		expect(harness.sandbox.requests[0]!.query).toEqual({});
		const get = { resource: 'campaign', operation: 'get', campaignId: byId(created!.ID) };
		expect(await harness.rows(get)).toEqual([
			expect.objectContaining({ ID: created!.ID, name: 'Кампания', status: 0 }),
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

	it('takes it from nowhere else where there is no super campaign', async () => {
		for (const superCampaignID of [0, '0', '']) await harness.run(createOne({ superCampaignID }));
		expect(sent()).toHaveLength(3);
		for (const form of sent()) expect(form).toContainEqual(['advertiserID', advertiserID()]);
		const run = await harness.run({ ...CREATE, additionalFields: { superCampaignID: 0 } });
		expect(run.error?.message).toMatch(/^Advertiser/);
		expect(sent()).toHaveLength(3);
	});

	it('4.2: names parameter and value of a refusal', async () => {
		const run = await harness.run(createOne({ status: 7 }));
		expect(run.error?.message).toBe('ADFOX answered: Incorrect value (-6), parameter status, value "7".');
		expect(run.error?.context?.kind).toBe('request-invalid');
	});

	it('tells a misspelt custom parameter, and sends it', async () => {
		const custom = { parameter: [{ name: 'Status', value: '1' }] };
		const run = await harness.run(createOne({ custom }));
		expect(run.hints(NODE).join(' ')).toContain('`Status`: did you mean `status`?');
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
		const updateFields = {
			status: 1,
			isEvents: false,
			custom: { parameter: [{ name: 'user3', value: 'x' }] },
		};
		expect(
			await harness.rows({ resource: 'banner', operation: 'update', bannerId: byId(ID), updateFields }),
		).toEqual([{ id: Number(ID), success: true }]);
		expect(sent()[0]).toEqual([
			...block('banner', 'modify', 'banner'),
			['objectID', ID],
			['status', '1'],
			['isEvents', '0'],
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
			bannerId: byId(ID),
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
			['maxUniqueImpressions', '3'],
			['frequencyTypeImpressions', '8'],
			['uniquePeriodImpressions', '02:00'],
			ENCODING,
		]);
		expect(adfox().targeting('banner', String(ID), 'targetingFrequency')).toMatchObject({
			maxUniqueImpressions: '3',
		});
	});
});
