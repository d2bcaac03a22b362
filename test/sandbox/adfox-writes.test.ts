import { describe, expect, it } from '@jest/globals';

import { sandboxOfFile } from './opened';
import { at, classic, listed, xml } from './adfox/client';

const sandbox = sandboxOfFile({
	adfox: { banners: 60, campaigns: 20, places: 40 },
});

const post = (pairs: Record<string, string>) =>
	xml(classic(sandbox, 'POST', { encoding: 'UTF-8', ...pairs }));
const add = (actionObject: string, pairs: Record<string, string>) =>
	post({ object: 'account', action: 'add', actionObject, ...pairs });
const text = (value: unknown) => value as string;

describe('a write', () => {
	it('makes one campaign, which inherits its advertiser, and logs it', async () => {
		const parent = sandbox.adfox.superCampaigns[0]!;
		const fields = {
			name: 'Ёлки & "шары" <3',
			superCampaignID: text(parent.ID),
			status: '0',
			dateStart: '2026-05-01',
			level: '5',
		};
		const answer = await add('campaign', fields);
		const id = text(at(answer, 'status', 'ID'));
		expect(answer).toEqual({ status: { code: '0', ID: id } });
		const [row] = await listed(sandbox, { actionObject: 'campaign', actionObjectID: id });
		expect(row).toMatchObject({
			ID: id,
			name: 'Ёлки & "шары" <3',
			superCampaignName: parent.name,
			advertiserID: parent.advertiserID,
			advertiserAccount: parent.advertiserAccount,
			status: '0',
			level: '5',
			dateStart: '2026-05-01 00:00',
			dateAdded: '2026-04-10 12:00:00',
		});
		expect(sandbox.adfox.campaigns.at(-1)).toEqual(row);
		expect(sandbox.adfox.campaigns).toHaveLength(21);
		expect(sandbox.adfox.writes).toEqual([
			{ object: 'account', action: 'add', actionObject: 'campaign', parameters: fields, ids: [id] },
		]);
	});

	it('reads its text as windows-1251 when the encoding is not named', async () => {
		const url = `${sandbox.adfox.baseUrl}/v1`;
		const headers = {
			authorization: `OAuth ${sandbox.adfox.token}`,
			'content-type': 'application/x-www-form-urlencoded',
		};
		const body = 'object=account&action=add&actionObject=position&name=%C2%E5%F0%F5+1';
		await fetch(url, { method: 'POST', headers, body });
		expect(sandbox.adfox.objects('position').at(-1)).toMatchObject({ name: 'Верх 1' });
		await fetch(url, { method: 'POST', headers, body: body.replace('%C2%E5%F0%F5', '%D0%92') });
		expect(sandbox.adfox.objects('position').at(-1)).toMatchObject({ name: 'Р’ 1' });
	});

	it('makes a banner with the variables of its template and sets one of them', async () => {
		const template = sandbox.adfox.objects('template')[0]!;
		const campaignID = text(sandbox.adfox.campaigns[0]!.ID);
		const answer = await add('banner', {
			campaignID,
			templateID: text(template.id),
			user1: 'раз',
			priority: '7',
		});
		const id = text(at(answer, 'status', 'ID'));
		const count = (template.userParameters as readonly unknown[]).length;
		const created = sandbox.adfox.banners.at(-1)!;
		expect(created).toMatchObject({ ID: id, parameter1: 'раз', parameter1Name: 'Параметр 1', priority: '7' });
		expect(created).toHaveProperty(`parameter${count}`);
		expect(created).not.toHaveProperty(`parameter${count + 1}`);
		const other = sandbox.adfox.banners[0]!;
		await post({ object: 'banner', action: 'modify', actionObject: 'banner', objectID: id, user1: 'два' });
		expect(sandbox.adfox.banners.at(-1)).toEqual({ ...created, parameter1: 'два' });
		expect(sandbox.adfox.banners[0]).toEqual(other);
	});

	it('changes what is sent and nothing else, 0 included', async () => {
		const before = sandbox.adfox.campaigns.find((row) => row.status !== '0' && row.superCampaignID !== '')!;
		const advertiser = sandbox.adfox.advertisers.find((row) => row.ID !== before.advertiserID)!;
		const answer = await post({
			object: 'campaign',
			action: 'modify',
			objectID: text(before.ID),
			status: '0',
			advertiserID: text(advertiser.ID),
		});
		expect(answer).toEqual({ status: { code: '0' } });
		// Its advertiser is that of its super campaign.
		expect(sandbox.adfox.campaigns.find((row) => row.ID === before.ID)).toEqual({ ...before, status: '0' });
	});

	it('switches a placement once, and answers -10 below it', async () => {
		await add('campaign', { name: 'Новая', advertiserID: text(sandbox.adfox.advertisers[0]!.ID) });
		const campaign = text(sandbox.adfox.campaigns.at(-1)!.ID);
		const place = sandbox.adfox.places[0]!;
		const placing = (actionObject: string, id: unknown) =>
			post({
				object: 'campaign',
				action: 'placing',
				actionObject,
				objectID: campaign,
				actionObjectID: text(id),
				actionStatus: '1',
			});
		const isPlaced = () => sandbox.adfox.isPlaced(campaign, 'place', text(place.ID));
		expect(isPlaced()).toBe(false);
		expect(await placing('website', place.siteID)).toEqual({ status: { code: '0' } });
		expect(isPlaced()).toBe(true);
		expect(await placing('place', place.ID)).toEqual({
			status: { code: '-10', error: 'This object is placed upper' },
		});
		expect(sandbox.adfox.writes.map(({ action }) => action)).toEqual(['add', 'placing']);
	});

	it('sets a frequency', async () => {
		const banner = text(sandbox.adfox.banners[0]!.ID);
		const fields = { isRedefined: '0', maxUniqueImpressions: '3', frequencyTypeImpressions: '0' };
		await post({
			object: 'banner',
			action: 'target',
			actionObject: 'targetingFrequency',
			objectID: banner,
			...fields,
		});
		expect(sandbox.adfox.targeting('banner', banner, 'targetingFrequency')).toEqual(fields);
		expect(sandbox.adfox.targeting('banner', '7', 'targetingFrequency')).toBeUndefined();
	});

	it('deletes what is there, tells what is not, and takes the parts along', async () => {
		const [site, other] = sandbox.adfox.sites.map(({ ID }) => text(ID));
		const answer = await post({
			object: 'account',
			action: 'delete',
			actionObject: 'website',
			listIDs: `${site!},7`,
		});
		expect(answer).toEqual({ status: { code: '0', message: 'Objects were not deleted: 7' } });
		expect(sandbox.adfox.sites.map(({ ID }) => ID)).not.toContain(site);
		expect(sandbox.adfox.sites.map(({ ID }) => ID)).toContain(other);
		expect(sandbox.adfox.zones.filter(({ siteID }) => siteID === site)).toEqual([]);
		expect(sandbox.adfox.places.filter(({ siteID }) => siteID === site)).toEqual([]);
		expect(sandbox.adfox.writes[0]!.ids).toEqual([site]);
		const campaign = text(sandbox.adfox.campaigns[0]!.ID);
		await post({ object: 'account', action: 'delete', actionObject: 'campaign', actionObjectID: campaign });
		expect(sandbox.adfox.banners.filter(({ campaignID }) => campaignID === campaign)).toEqual([]);
		expect(sandbox.adfox.banners).toHaveLength(57);
	});

	it('is forgotten by a reset', async () => {
		const { campaigns, writes } = sandbox.adfox;
		await add('campaign', { name: 'x', advertiserID: text(sandbox.adfox.advertisers[0]!.ID) });
		expect(writes).toHaveLength(1);
		sandbox.reset();
		expect(writes).toEqual([]);
		expect(sandbox.adfox.campaigns).toEqual(campaigns);
	});
});
