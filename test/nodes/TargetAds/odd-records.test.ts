import { describe, expect, it } from '@jest/globals';

import { answer, Harness, idsOf, NODE, rawReport } from './harness';

const TYPE = 'targetAdsApi';
const harness = Harness.ofFile({ targetAds: { placements: 3 } });
const editor = () => ({ credentials: { [TYPE]: harness.credential } });

const CAMPAIGNS = [
	{ placement_id: 11, placement_name: 'good', source_name: 's', marketing_name: 'm' },
	{ placement_id: null, placement_name: 'without an ID' },
	{ placement_name: 'with less' },
	{ placement_id: 12, placement_name: null, source_name: 7, marketing_name: { a: 1 } },
	{ placement_id: { id: 13 }, placement_name: 'with an odd ID' },
	{ placement_id: '', placement_name: 'with an empty ID' },
];

const answerCampaigns = () =>
	harness.sandbox.faults.add({ path: /meta\/campaigns/, fault: answer(200, { campaigns: CAMPAIGNS }) });

describe('one odd campaign in the list', () => {
	it('comes as it is', async () => {
		answerCampaigns();
		const rows = await harness.rows({ resource: 'campaign', operation: 'getAll', returnAll: true });
		expect(rows).toEqual(CAMPAIGNS);
	});

	it('is no choice in the dropdown', async () => {
		answerCampaigns();
		const options = await harness.engine.loadOptions('targetAds', 'getCampaigns', editor());
		expect(options.map(({ value }) => value)).toEqual(['12', '11']);
	});

	it('cannot be asked for, which is told', async () => {
		const known = harness.sandbox.targetAds.placements.map(({ placement_id }) => placement_id);
		const campaigns = [...known, null, { id: 13 }, true, ''].map((placement_id) => ({ placement_id }));
		harness.sandbox.faults.add({ path: /meta\/campaigns/, fault: answer(200, { campaigns }) });
		const run = await harness.run({
			...rawReport(['InteractionTime'], ['Click'], '2024-01-01', '2024-01-01'),
			campaignScope: 'accessible',
		});
		expect(harness.reportRequests.flatMap(idsOf)).toEqual(known);
		expect(run.hints(NODE).join(' ')).toContain('4 campaigns of the account came without an ID');
	});
});

it('one odd target event is no failure of the list, and no choice in the dropdown', async () => {
	const events = [{ event_name: 'Purchase' }, { event_name: null, event_type: 7 }];
	harness.sandbox.faults.add({ path: /target_event/, fault: answer(200, { target_events: events }) });
	expect(await harness.rows({ resource: 'targetEvent', operation: 'getAll', returnAll: true })).toEqual(
		events,
	);
	const options = await harness.engine.loadOptions('targetAds', 'getEventNames', editor());
	expect(options.map(({ value }) => value)).toEqual(['Purchase']);
});

it('what cannot be looked up in the reference data is told', async () => {
	answerCampaigns();
	const events = [
		{ event_name: 'Purchase', event_category: 'shop' },
		{ event_name: null, event_type: 7 },
	];
	harness.sandbox.faults.add({ path: /target_event/, fault: answer(200, { target_events: events }) });
	const run = await harness.run({ resource: 'project', operation: 'getReferenceData' });
	const nothing = { type: null, category: null, name: null, description: null };
	expect(run.json(NODE)).toEqual([
		{
			campaigns: { 11: expect.objectContaining({ name: 'good' }), 12: expect.anything() },
			targetEvents: [
				{ ...nothing, name: 'Purchase', category: 'shop' },
				{ ...nothing, type: 7 },
			],
		},
	]);
	const hints = run.hints(NODE).join(' ');
	expect(hints).toContain('4 campaigns came without an ID, to be looked up by.');
	expect(hints).toContain('1 target event came without a name, to be looked up by.');
	harness.sandbox.faults.clear();
	const whole = await harness.run({ resource: 'project', operation: 'getReferenceData' });
	expect(whole.hints(NODE).join(' ')).not.toContain('came without');
});

it.each(['campaigns', 'target_events'])(
	'%s without what they are told apart by are another list',
	async (list) => {
		const path = list === 'campaigns' ? /meta\/campaigns/ : /target_event/;
		harness.sandbox.faults.add({ path, fault: answer(200, { [list]: [{ name: 'a' }, { name: 'b' }] }) });
		const resource = list === 'campaigns' ? 'campaign' : 'targetEvent';
		const run = await harness.run({ resource, operation: 'getAll', returnAll: true });
		expect(run.error).toMatchObject({ context: { kind: 'response-invalid' } });
	},
);
