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

const update = (id: unknown, updateFields: object) => ({
	...{ resource: 'campaign', operation: 'update', campaignId: byId(id), updateFields },
});

describe('Update, Delete and Set Placement', () => {
	it('campaign/modify has no action object, and pauses', async () => {
		const { ID } = adfox().campaigns[2]!;
		await harness.rows(update(ID, { status: 1 }));
		expect(sent()[0]).toEqual([...block('campaign', 'modify'), ['objectID', ID], ['status', '1'], ENCODING]);
		expect(adfox().campaigns[2]).toMatchObject({ status: '1' });
	});

	it('refuses a change of nothing', async () => {
		const run = await harness.run({ resource: 'site', operation: 'update', siteId: byId(1) });
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
			const rows = await harness.rows({
				resource,
				operation: 'delete',
				[`${resource}Id`]: byId(victim.ID),
				...fields,
			});
			expect(rows).toEqual([{ id: Number(victim.ID), deleted: true }]);
			expect(sent()[0]?.slice(3)).toEqual([...parentIds, [name, victim.ID], ENCODING]);
			expect(objects().map(({ ID }) => ID)).not.toContain(victim.ID);
		},
	);

	it('places a campaign on a site and off again; -10 is a remark', async () => {
		const { ID } = adfox().campaigns[1]!;
		const site = String(adfox().sites[0]!.ID);
		const place = {
			resource: 'campaign',
			operation: 'setPlacement',
			campaignId: byId(ID),
			actionObjectID: site,
		};
		expect(await harness.rows({ ...place, actionObject: 'website', actionStatus: 1 })).toEqual([
			{ id: Number(ID), success: true },
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
		expect(run.json(NODE)).toEqual([{ id: Number(ID), success: true }]);
		expect(run.hints(NODE).join(' ')).toContain('ADFOX remarks: This object is placed upper (-10).');
	});

	it('4.1: tells what of a change was not done', async () => {
		const { ID } = adfox().campaigns[1]!;
		const fault = { kind: 'partial-success', message: 'Banner 7 was not changed' } as const;
		harness.sandbox.faults.add({ path: '/v1', fault });
		const updateFields = { name: 'Весна' };
		const run = await harness.run(update(ID, updateFields));
		expect(run.json(NODE)).toEqual([{ id: Number(ID), message: 'Banner 7 was not changed' }]);
		expect(run.hints(NODE).join(' ')).toContain('ADFOX did a part only: Banner 7 was not changed');
	});

	it.each([
		['campaign', 'delete', {}],
		['campaign', 'setPlacement', { actionObject: 'zone', actionObjectID: '5', actionStatus: 1 }],
		['banner', 'setFrequency', { isRedefined: true }],
	] as const)('4.1: does not claim that all of %s: %s was done', async (resource, operation, fields) => {
		const body = '<response><status><code>0</code><message>zone 7 was skipped</message></status></response>';
		harness.sandbox.faults.add({ path: '/v1', fault: answer(200, body) });
		const run = await harness.run({ resource, operation, [`${resource}Id`]: byId(1), ...fields });
		expect(run.json(NODE)).toEqual([{ id: 1, message: 'zone 7 was skipped' }]);
		expect(run.hints(NODE).join(' ')).toContain('ADFOX did a part only: zone 7 was skipped');
	});

	it.each(['zone', 'place'])('refuses limits that only a site has, for a %s', async (actionObject) => {
		const run = await harness.run({
			resource: 'campaign',
			operation: 'setPlacement',
			campaignId: byId(1),
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
