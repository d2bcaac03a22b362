import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { answer, Harness, jsonOf, NODE, rawReport, runOnFakeClock, sorted } from './harness';

const FIELDS = ['InteractionTime', 'InteractionPlacementId'];
const RAW = { ...rawReport(FIELDS, ['Click', 'PageView'], '2026-02-01', '2026-02-09'), addNames: true };
const NAMES = ['campaignName', 'campaignSource', 'marketingCampaign'];

const harness = Harness.ofFile({
	now: () => Date.parse('2026-03-02T09:00:00Z'),
	targetAds: { placements: 30, rowsPerCell: 2, jobPolls: 0 },
});

const listings = () => harness.sandbox.requests.filter(({ path }) => path === '/v1/meta/campaigns');

/** The rows of the platform with the names of its campaigns; `listed` are those that the account lists. */
function truth(fields = FIELDS, listed = harness.sandbox.targetAds.placements): IDataObject[] {
	const byId = new Map(listed.map((placement) => [placement.placement_id, placement]));
	return [...harness.sandbox.targetAds.rawRows({ ...RAW, fields })].map((row) => {
		const placement = byId.get(Number(row.InteractionPlacementId));
		return {
			...row,
			campaignName: placement?.placement_name ?? null,
			campaignSource: placement?.source_name ?? null,
			marketingCampaign: placement?.marketing_name ?? null,
		};
	});
}

/** Values of a file are text. */
const asTexts = (rows: readonly IDataObject[]) =>
	rows.map((row) =>
		Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value ?? '')])),
	);

async function csvOf(parameters: INodeParameters): Promise<{ header: string; lines: string[] }> {
	const run = await harness.run({ ...RAW, output: 'file', ...parameters });
	const [header = '', ...lines] = (await run.binary(run.items(NODE)[0]!)).toString().trimEnd().split('\r\n');
	return { header, lines };
}

describe('Add Names', () => {
	it('is off by default, and then lists nothing', async () => {
		const { addNames: _on, ...plain } = RAW;
		const rows = await harness.rows(plain);
		expect(Object.keys(rows[0]!)).toEqual(FIELDS);
		expect(listings()).toEqual([]);
	});

	it('joins name, source and marketing campaign, and makes none up (S16)', async () => {
		const rows = await harness.rows(RAW);
		expect(sorted(rows)).toEqual(sorted(truth()));
		expect(rows.some(({ campaignName }) => campaignName === null)).toBe(true);
		expect(rows.some(({ campaignName }) => typeof campaignName === 'string')).toBe(true);
	});

	it.each(['all', 'accessible'])(
		'lists the campaigns once, scope %s, whatever the number of slices',
		async (campaignScope) => {
			await harness.rows({ ...RAW, campaignScope, options: { daysPerRequest: 1 } });
			expect(listings()).toHaveLength(1);
			expect(listings()[0]!.query.active).toBe('false');
		},
	);

	it('lists them once for several input items, and anew after a failure', async () => {
		const input = ['2026-02-02', '2026-02-03', '2026-02-04'].map((dateTo) => ({ json: { dateTo } }));
		const parameters = { ...RAW, dateTo: '={{ $json.dateTo }}', options: { maxRetries: 0 } };
		const run = await harness.run(parameters, { input });
		expect(run.error).toBeUndefined();
		expect(run.items(NODE).at(-1)!.pairedItem).toEqual({ item: 2 });
		expect(listings()).toHaveLength(1);

		harness.reset();
		harness.sandbox.faults.add({ path: /meta\/campaigns/, times: 1, fault: { kind: 'status', status: 403 } });
		const again = await harness.run(parameters, { input }, { onError: 'continueRegularOutput' });
		const [failed, ...rows] = again.json(NODE);
		expect(failed).toMatchObject({ error: { kind: 'access-denied' } });
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.every((row) => 'campaignName' in row)).toBe(true);
		expect(listings()).toHaveLength(2);
	});

	it('loads the ID along where it was not chosen', async () => {
		const rows = await harness.rows({ ...RAW, fields: ['InteractionTime'] });
		expect(Object.keys(rows[0]!)).toEqual([...FIELDS, ...NAMES]);
		expect(sorted(rows)).toEqual(sorted(truth()));
	});

	it('leaves campaigns that the account does not list without names', async () => {
		const { placements } = harness.sandbox.targetAds;
		const listed = placements.slice(0, 10);
		const body = { campaigns: listed, count: listed.length };
		harness.sandbox.faults.add({ path: /meta\/campaigns/, fault: answer(200, body) });
		const rows = await harness.rows(RAW);
		expect(sorted(rows)).toEqual(sorted(truth(FIELDS, listed)));
		const unknown = String(placements.at(-1)!.placement_id);
		expect(rows.find((row) => String(row.InteractionPlacementId) === unknown)).toMatchObject({
			campaignName: null,
			campaignSource: null,
			marketingCampaign: null,
		});
	});

	it('fails where the list cannot be read, rather than leave names out', async () => {
		harness.sandbox.faults.add({ path: /meta\/campaigns/, fault: { kind: 'status', status: 403 } });
		const run = await harness.run(RAW);
		expect(run.error).toMatchObject({ context: { kind: 'access-denied' } });
	});

	it('is in the columns of a CSV file, in their order and quoted where names need it', async () => {
		const { header, lines } = await csvOf({});
		expect(header).toBe([...FIELDS, ...NAMES].join(','));
		expect(lines).toHaveLength(truth().length);
		const quoted = (value: unknown) => {
			const text = String(value ?? '');
			return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
		};
		const expected = truth().map((row) => Object.values(row).map(quoted).join(','));
		expect([...lines].sort()).toEqual(expected.sort());
		expect(lines.some((line) => line.endsWith(',,,'))).toBe(true);
	});

	it('is in the header of a file without rows', async () => {
		expect(await csvOf({ interactionTypes: ['Nothing'] })).toEqual({
			header: [...FIELDS, ...NAMES].join(','),
			lines: [],
		});
	});

	it('names the rows of jobs, whose IDs are text', async () => {
		const { items } = await runOnFakeClock(harness.sandbox, { ...RAW, delivery: 'job' });
		const expected = asTexts(truth())
			.map((row) => JSON.stringify(row))
			.sort();
		expect(sorted(asTexts(jsonOf(items)))).toEqual(expected);
		expect(listings()).toHaveLength(1);
	});
});
