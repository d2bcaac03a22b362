import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import {
	answer,
	failing,
	failureOf,
	Harness,
	idsOf,
	jsonOf,
	NODE,
	rawReport,
	runOnFakeClock,
} from './harness';

shortWaitsInThisFile();

const FIELDS = ['InteractionDeviceID', 'InteractionUrlPath'];
const RAW = rawReport(FIELDS, ['PageView'], '2026-02-01', '2026-02-02');
const LONG = '12345678901234567890';

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 30, rowsPerCell: 1 },
});
const run = async (changes: object = {}) => runOnFakeClock(harness.sandbox, { ...RAW, ...changes });
const rowsOf = async (changes: object = {}) => jsonOf((await run(changes)).items);

describe('whole numbers beyond 2^53', () => {
	const page = `{"Rows":[{"InteractionDeviceID":${LONG},"InteractionUrlPath":"a: ${LONG}"},{"InteractionDeviceID":-${LONG},"InteractionUrlPath":"b"}],"CountRows":2,"has_more":false}`;
	const rows = [
		{ InteractionDeviceID: LONG, InteractionUrlPath: `a: ${LONG}` },
		{ InteractionDeviceID: `-${LONG}`, InteractionUrlPath: 'b' },
	];
	const served = () => {
		harness.sandbox.faults.add({ path: /raw_reports/, fault: answer(200, page) });
	};

	it('keep their digits in items, as text', async () => {
		served();
		expect(await rowsOf()).toEqual(rows);
	});

	it.each([
		['csv', `InteractionDeviceID,InteractionUrlPath\r\n${LONG},a: ${LONG}\r\n-${LONG},b\r\n`],
		['ndjson', rows.map((row) => `${JSON.stringify(row)}\n`).join('')],
	])('keep them in files, as %s writes a text', async (fileFormat, file) => {
		served();
		const done = await harness.run({ ...RAW, output: 'file', fileFormat });
		const [item] = done.items(NODE);
		expect((await done.binary(item!)).toString()).toBe(file);
	});

	it('keep them as IDs of campaigns on their way out, as numbers', async () => {
		const placements = {
			campaigns: JSON.parse(`[{"placement_id":"${LONG}","placement_name":"Long"}]`) as unknown,
		};
		const numbers = JSON.stringify(placements).replace(`"${LONG}"`, LONG);
		harness.sandbox.faults.add({ path: /meta\/campaigns/, fault: answer(200, numbers) });
		// The sandbox knows no such campaigns.
		await failureOf(run({ campaignScope: 'accessible' }));
		await failureOf(run({ campaignScope: 'selected', campaignIds: [LONG, 7] }));
		const sent = harness.reportRequests.map(({ text }) => /"MediaCampaignId":(\[[^\]]*\])/.exec(text)?.[1]);
		expect(new Set(sent)).toEqual(new Set([`[${LONG}]`, `[${LONG},7]`]));
	});
});

describe('lists as JSON text', () => {
	it('are lists', async () => {
		const listed = await rowsOf({ interactionTypes: ['PageView', 'Click'] });
		const asText = { fields: JSON.stringify(FIELDS), interactionTypes: '["PageView","Click"]' };
		expect(await rowsOf(asText)).toEqual(listed);
		expect(listed.length).toBeGreaterThan(0);
	});

	it('choose campaigns', async () => {
		await failureOf(run({ campaignScope: 'selected', campaignIds: '[7,"8"]' }));
		await failureOf(run({ campaignScope: 'byId', campaignIdList: '["007", 8]' }));
		expect(harness.reportRequests.length).toBeGreaterThan(1);
		for (const request of harness.reportRequests) expect(idsOf(request)).toEqual([7, 8]);
	});

	it.each([
		['interactionTypes', '["PageView","Click"', 'Interaction Types'],
		['fields', '[InteractionTime]', 'Fields'],
		['campaignIds', '[7, 8', 'Campaign Names or IDs'],
	])('%s: %s is refused before any request', async (name, text, displayName) => {
		const failure = await failureOf(run({ campaignScope: 'selected', campaignIds: [7], [name]: text }));
		expect(failure).toHaveProperty('message', expect.stringContaining(displayName));
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('IDs that are written in two ways', () => {
	it('are asked for once', async () => {
		const { sandbox } = harness;
		const ids = [...new Set(sandbox.targetAds.placements.map(({ placement_id }) => placement_id))].slice(
			0,
			3,
		);
		const chosen = { campaignScope: 'selected', options: { idsPerRequest: 1 } };
		const once = await rowsOf({ ...chosen, campaignIds: ids });
		const twice = [...ids.map((id) => `00${id}`), ...ids].join(',');
		expect(await rowsOf({ ...chosen, campaignScope: 'byId', campaignIdList: twice })).toEqual(once);
		expect(once.length).toBeGreaterThan(0);
	});

	it('zero is none', async () => {
		const failure = await failureOf(run({ campaignScope: 'byId', campaignIdList: '7,00' }));
		expect(failure).toHaveProperty('message', expect.stringContaining('Campaign IDs contains "00"'));
		expect(harness.sandbox.requests).toEqual([]);
	});
});

describe('a stray quote in the file of a job', () => {
	const JOB = { ...RAW, delivery: 'job', dateTo: RAW.dateFrom, fields: FIELDS };
	const served = (file: string) => {
		harness.sandbox.faults.add({ path: /csv/, method: 'GET', fault: answer(200, file) });
		const done = { status: 'DONE', download_url: `${harness.sandbox.targetAds.storageUrl}/x.csv` };
		harness.sandbox.faults.add({ path: /v2\/jobs/, fault: answer(200, done) });
	};

	it('is a part of its value where the line can be read in one way only, and a hint names the line', async () => {
		served(
			'InteractionDeviceID,InteractionUrlPath\r\n"1","/a,b"\r\n2,/5" disk\r\n"3","/x "y" z"\r\n4,/b\r\n',
		);
		const { items, hints } = await runOnFakeClock(harness.sandbox, JOB);
		expect(jsonOf(items)).toEqual([
			{ InteractionDeviceID: '1', InteractionUrlPath: '/a,b' },
			{ InteractionDeviceID: '2', InteractionUrlPath: '/5" disk' },
			{ InteractionDeviceID: '3', InteractionUrlPath: '/x "y" z' },
			{ InteractionDeviceID: '4', InteractionUrlPath: '/b' },
		]);
		expect(hints.join(' ')).toMatch(/quotes inside of values on 2 lines \(3, 4\)/);
	});

	it('refuses the file where it cannot, with the line', async () => {
		served('InteractionDeviceID,InteractionUrlPath\n1,/a\n"2" ,/b\n');
		const failure = await failureOf(runOnFakeClock(harness.sandbox, JOB));
		expect(failure).toMatchObject(failing('response-invalid', 'line 3'));
	});
});
