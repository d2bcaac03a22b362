import { describe, expect, it } from '@jest/globals';

import { Turns } from '../../../connector/rows';
import { changedId, simplified } from '../../../nodes/Adfox/objects/numbers';
import { rowsOf } from '../../../nodes/Adfox/report/result';
import { byId, Harness, jsonOf, runOnFakeClock } from './harness';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	adfox: { campaigns: 12, banners: 30, reportPolls: 0 },
});

const LIST = { operation: 'getAll', returnAll: true };
const A_NUMBER: unknown = expect.any(Number);

describe('a simplified object', () => {
	it('has numbers for IDs, counters, limits and prices', () => {
		const row = {
			...{ ID: '7', campaignID: '12', bannerTypeID: '3', rotationMethodID: '0', sectorid: '4', id: '5' },
			...{ impressionsAll: '900', clicksToday: '0', CTRToday: '0.25', maxClicks: '10', cpm: '12.50' },
			...{ level: '5', priority: '1000', status: '0', kind_id: '1', trafficPercents: '50' },
		};
		expect(simplified(row)).toEqual({
			...{ ID: 7, campaignID: 12, bannerTypeID: 3, rotationMethodID: 0, sectorid: 4, id: 5 },
			...{ impressionsAll: 900, clicksToday: 0, CTRToday: 0.25, maxClicks: 10, cpm: 12.5 },
			...{ level: 5, priority: 1000, status: 0, kind_id: 1, trafficPercents: 50 },
		});
	});

	it('trap 7.1, 1, 3: leaves every other text, zeros in front, long IDs and empty values as they are', () => {
		const row = {
			...{ name: '12', account: '007', phone: '79', inn: '7701', userID: '5', CODE: '1.1.1', regNumber: '1' },
			...{ ID: '', campaignID: '007', siteID: '12345678901234567890', zoneID: 'x', maxClicks: '' },
			...{ countryOKSM: '643', additionalAdvertiserIDs: '1', rsyaBlockID: 'R-A-1-1', width: '100' },
		};
		expect(simplified(row)).toEqual(row);
	});

	it('has them in rows inside of it, too', () => {
		const row = { id: '1', userParameters: [{ userParameterID: '2', name: '3' }], roles: ['0', '1'] };
		expect(simplified(row)).toEqual({
			id: 1,
			userParameters: [{ userParameterID: 2, name: '3' }],
			roles: ['0', '1'],
		});
	});
});

describe('an ID', () => {
	it('is a number in lists and reports alike, and text as it was sent where nothing is simplified', async () => {
		const [campaign] = await harness.rows({ resource: 'campaign', ...LIST });
		const [banner] = await harness.rows({ resource: 'banner', ...LIST });
		const [position] = await harness.rows({ resource: 'dictionary', ...LIST, dictionary: 'position' });
		const get = { resource: 'campaign', operation: 'get', campaignId: byId(campaign!.ID) };
		const [one] = await harness.rows(get);
		const days = { dateRange: 'custom', dateFrom: '2026-02-01', dateTo: '2026-02-28', returnAll: true };
		const columns = { metrics: ['loads_total'], dimensions: ['campaign_id'] };
		const report = await runOnFakeClock(harness.sandbox, {
			...{ resource: 'report', operation: 'get' },
			...{ ...columns, ...days },
		});
		const [reported] = jsonOf(report.items);
		for (const id of [
			campaign!.ID,
			banner!.ID,
			banner!.campaignID,
			position!.ID,
			one!.ID,
			reported!.campaign_id,
		])
			expect(id).toEqual(A_NUMBER);
		const [raw] = await harness.rows({ resource: 'campaign', ...LIST, simplify: false });
		expect(raw!.ID).toBe(String(campaign!.ID));
	});

	it('is a number in what a change tells', async () => {
		const { ID, advertiserID } = harness.sandbox.adfox.campaigns[0]!;
		const campaignId = byId(ID);
		const change = { resource: 'campaign', operation: 'update', campaignId, updateFields: { name: 'x' } };
		expect(await harness.rows(change)).toEqual([{ id: Number(ID), success: true }]);
		const made = { resource: 'campaign', operation: 'create', name: 'x', advertiserID: byId(advertiserID) };
		const [created] = await harness.rows(made);
		expect(created).toEqual({ ID: A_NUMBER });
		expect(changedId('12345678901234567890')).toBe('12345678901234567890');
	});
});

it.each([
	[true, { campaign_id: 7, ctr: 1.5, name: '8' }],
	[false, { campaign_id: '7', ctr: '1.5', name: '8' }],
])('a report whose numbers come as text, simplified: %s', async (simplify, row) => {
	const columns = [
		{ name: 'campaign_id', type: 'integer' },
		{ name: 'ctr', type: 'number' },
		{ name: 'name', type: 'string' },
	];
	const { value } = await rowsOf({ columns, rows: [['7', '1.5', '8']] }, simplify, new Turns()).next();
	expect(value).toEqual([row]);
});
