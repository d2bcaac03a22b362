import { describe, expect, it } from '@jest/globals';

import type { Fault } from '../../sandbox';
import { shortWaitsInThisFile } from '../../support/of-file';
import { LEADS, leadStage, leaksIn } from './lead-stage';

shortWaitsInThisFile();

const { harness, run, traces, people } = leadStage({ leads: 120 });

/** Leads where nobody expects them: in the body of a refusal, of a page, of something that is no JSON. */
const asBody = () => JSON.stringify({ count: 9, items: harness.sandbox.myTarget.leads.slice(0, 9) });
const of = (status: number, body = asBody()): Fault => ({ kind: 'status', status, body });

const FAULTS: readonly (readonly [string, () => Fault])[] = [
	...[400, 403, 404, 413, 429, 500, 503].map((status) => [`leads with ${status}`, () => of(status)] as const),
	['leads as they stand in a refusal', () => of(400, `leads: ${asBody()}`)],
	['leads behind a broken envelope', () => of(200, `{"items": ${asBody()}`)],
	['leads as another list', () => of(200, `{"leads": ${asBody()}}`)],
	['one lead in place of a list', () => of(200, JSON.stringify(harness.sandbox.myTarget.leads[0]))],
	['a list without an envelope', () => of(200, JSON.stringify(harness.sandbox.myTarget.leads))],
	['half an answer', () => ({ kind: 'truncate' })],
	['a page that is repeated', () => ({ kind: 'repeat-page' })],
	['a page that is empty', () => ({ kind: 'empty-page' })],
	['a foreign value', () => ({ kind: 'odd-record', form: 'foreign value' })],
	['a foreign text', () => ({ kind: 'odd-record', form: 'foreign text' })],
	['nothing in the place of a lead', () => ({ kind: 'odd-record', form: 'nothing' })],
	['a connection that breaks', () => ({ kind: 'reset-mid-body' })],
	['leads that go', () => ({ kind: 'list-changes', by: -3 })],
];

describe('trap 60: what people say of themselves stands in no message, hint, log and progress', () => {
	it.each(FAULTS)('under %s', async (_name, fault) => {
		const { faults } = harness.sandbox;
		for (const onError of ['stopWorkflow', 'continueRegularOutput'])
			for (const skip of [0, 1]) {
				faults.add({ path: LEADS, skip, fault: fault() });
				await run({ options: { maxRetries: 1, maxWait: 1 } }, { onError });
				harness.sandbox.reset();
			}
		expect(people.size).toBeGreaterThan(700);
		expect(leaksIn(traces, people)).toEqual([]);
	});

	it('while they do stand in the rows, and would be found', async () => {
		const done = await run({});
		const shown = JSON.stringify(done.json(done.nodes[0]!));
		expect(leaksIn([shown], people)).toHaveLength(people.size);
		expect(traces.join()).toContain('Loaded 120 rows');
	});
});
