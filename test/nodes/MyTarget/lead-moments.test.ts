import { describe, expect, it } from '@jest/globals';

import { createdAt } from '../../../nodes/MyTarget/lead/created-at';
import { leadStage } from './lead-stage';

/** What of these leads fits: [when it came in UTC, whether it is between the two]. */
const TURNS = [
	[
		'a day in summer',
		{ createdAfter: '2026-07-01', createdBefore: '2026-07-02' },
		[
			['2026-06-30T20:59:59.999999999Z', false],
			['2026-06-30T21:00:00Z', true],
			['2026-06-30T21:00:00.1Z', true],
			['2026-07-01T20:59:59.999999Z', true],
			['2026-07-01T21:00:00Z', true],
			['2026-07-01T21:00:00.001Z', false],
		],
	],
	[
		'a day in winter',
		{ createdAfter: '2026-01-01', createdBefore: '2026-01-02T00:00:00' },
		[
			['2025-12-31T20:59:59.99Z', false],
			['2025-12-31T21:00:00Z', true],
			['2026-01-01T21:00:00.000Z', true],
			['2026-01-01T21:00:01Z', false],
		],
	],
	[
		'an hour in summer, of a zone that has it',
		{ createdAfter: '2026-07-01T10:00:00+02:00', createdBefore: '2026-07-01T11:00:00+02:00' },
		[
			['2026-07-01T07:59:59.9Z', false],
			['2026-07-01T08:00:00Z', true],
			['2026-07-01T09:00:00Z', true],
			['2026-07-01T09:00:00.5Z', false],
			['2026-07-01T10:30:00Z', false],
		],
	],
	[
		'an hour in winter, and half a second of it',
		{ createdAfter: '2026-01-01T09:00:00.500+01:00', createdBefore: '2026-01-01T08:30:00.700Z' },
		[
			['2026-01-01T08:00:00.4Z', false],
			['2026-01-01T08:00:00.5Z', true],
			['2026-01-01T08:30:00.69Z', true],
			['2026-01-01T08:30:00.71Z', false],
		],
	],
] as const;

describe.each(['moscow', 'utc'] as const)('trap 57: filters by the clock of %s', (leadClock) => {
	const { harness, rows, queries } = leadStage({ leads: 0, leadClock });

	it.each(TURNS)('at the turn of %s', async (_turn, filters, moments) => {
		const wanted = moments.flatMap(([at, fits]) => {
			const { id } = harness.sandbox.myTarget.receiveLead(at);
			return fits ? [id] : [];
		});
		expect((await rows({ filters })).map(({ id }) => id)).toEqual(wanted);
		expect(queries()[0]).toMatchObject({
			_created_at__gte: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
			_created_at__lte: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
		});
	});

	it('the limit counts those that fit', async () => {
		for (const minute of ['10', '20', '30'])
			harness.sandbox.myTarget.receiveLead(`2026-03-01T06:${minute}:00Z`);
		const last = harness.sandbox.myTarget.receiveLead('2026-03-01T09:30:00Z');
		const found = await rows({
			returnAll: false,
			limit: 1,
			filters: { createdAfter: '2026-03-01T12:00:00' },
		});
		expect(found.map(({ id }) => id)).toEqual([last.id]);
	});
});

describe('the time of a lead', () => {
	it.each(Array.from({ length: 10 }, (_none, digits) => '123456789'.slice(0, digits)))(
		'trap 58: is read with the fraction "%s"',
		(digits) => {
			const fraction = digits && `.${digits}`;
			const moment = createdAt(`2022-12-08 21:41:03${fraction} +0000 UTC`);
			expect(moment?.toISO()).toBe(`2022-12-08T21:41:03.${digits.slice(0, 3).padEnd(3, '0')}Z`);
		},
	);

	it.each([
		['2022-12-08T21:41:03Z', '2022-12-08T21:41:03.000Z'],
		['2022-12-08 21:41:03 UTC', '2022-12-08T21:41:03.000Z'],
		['2022-12-09 00:41:03 +0300', '2022-12-08T21:41:03.000Z'],
		// As all other times of the platform.
		['2022-12-09 00:41:03', '2022-12-08T21:41:03.000Z'],
		['2022-12-08 25:41:03 +0000 UTC', undefined],
		['yesterday', undefined],
		[1670535663, undefined],
		[null, undefined],
	])('%j', (text, wanted) => {
		expect(createdAt(text)?.toISO()).toBe(wanted);
	});
});

describe('leads whose time is in no known form', () => {
	const { harness, run } = leadStage({ leads: 3 });

	it('are kept, which is told', async () => {
		const items = harness.sandbox.myTarget.leads.map((lead) => ({ ...lead, created_at: 'today' }));
		const body = JSON.stringify({ count: 3, offset: 0, limit: 0, items });
		harness.sandbox.faults.add({ path: /leads\.json/, fault: { kind: 'status', status: 200, body } });
		const done = await run({ filters: { createdAfter: '2026-01-01' } });
		const [node] = done.nodes;
		expect(done.json(node!)).toHaveLength(3);
		expect(done.hints(node!).join()).toContain(
			'3 leads came with a creation time in a form that is not known',
		);
	});
});
