import { describe, expect, it } from '@jest/globals';

import { answer, failureOf, NODE, runOnFakeClock } from './harness';
import { BATCH, continuing, event, events, TIME, uploadStage } from './upload-stage';

const { batches, harness, stopAt, stopSignal, taken, uploaded } = uploadStage();

describe('Event > Upload', () => {
	it('sends an event of now by itself, as the documentation shows it', async () => {
		await harness.rows({
			...{ resource: 'event', operation: 'upload', eventName: 'target_name', eventType: 'target_type' },
			...{ eventCategory: 'target_category', uid: '462f9a7880b4ed96ccd3159c0d0c0246' },
			additionalFields: { eventValue: 1000, customParameters: '{"segment": "new"}' },
		});
		expect(harness.sandbox.requests).toMatchObject([
			{ method: 'POST', path: '/api/project/event/upload', query: { pid: '12486' } },
		]);
		expect(harness.sandbox.requests[0]!.body).toEqual({
			...{ uid: '462f9a7880b4ed96ccd3159c0d0c0246', event_type: 'target_type' },
			...{ event_category: 'target_category', event_name: 'target_name' },
			...{ event_value: 1000, cp: { segment: 'new' } },
		});
	});

	it('sends an event that has a time in a list, which keeps it, with everything that can be set', async () => {
		const additionalFields = {
			time: '2026-02-01 10:00:00',
			eventValue: '-4990.50',
			customParameters: { store: 7, isNew: true, none: null },
			ecommerce: { id: 'order-1', amount: 4990.5, currency: 'RUB', shipping: 0, tax: '79' },
		};
		const rows = await harness.rows({
			...{ resource: 'event', operation: 'upload', eventName: 'Purchase', uid: 17 },
			additionalFields,
		});
		expect(rows).toEqual([{ uploaded: true, uid: '17', eventName: 'Purchase' }]);
		expect(batches()).toEqual([
			[
				{
					...{ uid: '17', event_name: 'Purchase', edttm: Date.parse(TIME) / 1000, event_value: -4990.5 },
					cp: { store: '7', isNew: 'true' },
					ecommerce: { id: 'order-1', amount: 4990.5, currency: 'RUB', shipping: 0, tax: 79 },
				},
			],
		]);
	});

	it('leaves out what an expression leaves empty', async () => {
		await uploaded([event(1, { time: '', value: '' })]);
		expect(harness.sandbox.requests).toMatchObject([{ path: '/api/project/event/upload' }]);
		expect(harness.sandbox.requests[0]!.body).toEqual({ uid: 'user-1', event_name: 'Purchase' });
	});

	it.each([1767225600, '1767225600000'])('leaves a timestamp as it is: %p', async (time) => {
		await uploaded([event(1, { time })]);
		expect(taken()).toMatchObject([{ edttm: Number(time) }]);
	});

	it('25,000 events: 25 requests, refusals at their items, and of one lost answer nothing twice', async () => {
		harness.sandbox.faults.add({ path: BATCH, skip: 6, times: 1, fault: { kind: 'reset-after' } });
		const { run, good } = await uploaded(events(25_000), { settings: continuing });
		expect(batches().map(({ length }) => length)).toEqual(Array<number>(25).fill(1000));

		// What was taken is there once, that of the lost answer included.
		const uids = taken().map(({ uid }) => uid);
		expect(uids).toHaveLength(24_998);
		expect(new Set(uids).size).toBe(24_998);
		expect(good).toHaveLength(23_998);
		expect(good[0]).toEqual({ uploaded: true, uid: 'user-0', eventName: 'Purchase' });

		const failures = run.items(NODE, 1).map(({ json, pairedItem }) => ({ ...json, pairedItem })) as {
			pairedItem: { item: number };
			error: { message: string; kind: string; inDoubt?: boolean };
		}[];
		const refused = failures.filter(({ error }) => error.inDoubt !== true);
		expect(refused.map(({ pairedItem, error }) => [pairedItem.item, error.kind, error.message])).toEqual(
			[1234, 24_999].map((item) => [item, 'request-invalid', 'TargetADS refused the event: uid is unknown.']),
		);
		const inDoubt = failures.filter(({ error }) => error.inDoubt === true);
		expect(inDoubt.map(({ pairedItem }) => pairedItem.item)).toEqual(
			Array.from({ length: 1000 }, (_none, index) => 6000 + index),
		);
		for (const { error } of inDoubt)
			expect(error.message).toMatch(/may have been done all the same\. Look with .* any of its 1,000 events/);
		const [hint] = run.hints(NODE);
		expect(hint).toContain('Uploaded 23,998 events, 25 requests.');
		expect(hint).toContain(
			'1002 of 25,000 input items failed; 1000 of these may have been done all the same.',
		);
	}, 60_000);

	it('keeps the pairs of items, whatever became of them', async () => {
		const { run } = await uploaded([event(1), event(1234), event(2)], { settings: continuing });
		expect(run.items(NODE, 0).map(({ json, pairedItem }) => [json.uid, pairedItem])).toEqual([
			['user-1', { item: 0 }],
			['user-2', { item: 2 }],
		]);
		expect(run.items(NODE, 1).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});

	it('goes on after a request that was refused as a whole', async () => {
		harness.sandbox.faults.add({ path: BATCH, times: 1, fault: answer(400, { error: 'bad day' }) });
		const { good, bad } = await uploaded(events(2500).slice(500), { settings: continuing });
		expect([good.length, bad.length, taken().length]).toEqual([1000, 1000, 1000]);
	});

	it('does not go on with a token that is refused', async () => {
		harness.sandbox.faults.add({ path: BATCH, skip: 1, fault: answer(401, { ErrorCode: 401 }) });
		const { good, bad } = await uploaded(events(5000), { settings: continuing });
		expect([good.length, bad.length, batches().length]).toEqual([1000, 4000, 2]);
	});

	it('repeats a request that was refused for now, and no other', async () => {
		const busy = { kind: 'status', status: 429, retryAfter: '1' } as const;
		harness.sandbox.faults.add({ path: BATCH, times: 1, fault: busy });
		const { good } = await uploaded([event(1), event(2)]);
		expect([good.length, taken().length, batches().length]).toEqual([2, 2, 2]);
	});

	it('makes a request of no more than 8 MB', async () => {
		const fields = {
			additionalFields: { time: TIME, customParameters: '={{ { text: "я".repeat(1000000) } }}' },
		};
		await uploaded(events(7), { fields });
		expect(batches().map(({ length }) => length)).toEqual([3, 3, 1]);
	});

	it('tells a request of which TargetADS counts another number', async () => {
		harness.sandbox.faults.add({ path: BATCH, fault: answer(200, { items_upload: 1 }) });
		const { run } = await uploaded([event(1), event(2)]);
		expect(run.hints(NODE)[0]).toContain('counts 1 event in a request of which it did not refuse 2');
	});

	it.each([{ '7': 'x' }, { abc: 'x' }, { '-1': 'x' }])(
		'leaves open what a refusal of no event means: %j',
		async (error_items) => {
			harness.sandbox.faults.add({ path: BATCH, fault: answer(200, { items_upload: 1, error_items }) });
			const { bad } = await uploaded([event(1), event(2)], { settings: continuing });
			expect(bad).toHaveLength(2);
			for (const { error } of bad) expect(error).toMatchObject({ inDoubt: true });
		},
	);

	it.each([{}, [], { items_upload: 'many' }, { items_upload: 2, error_items: ['x'] }])(
		'leaves open what an answer in another form means: %j',
		async (body) => {
			harness.sandbox.faults.add({ path: BATCH, fault: answer(200, body) });
			const { bad } = await uploaded([event(1), event(2)], { settings: continuing });
			for (const { error } of bad) expect(error).toMatchObject({ inDoubt: true });
			expect([bad.length, batches().length]).toEqual([2, 1]);
		},
	);
});

describe('where the node stops at an error', () => {
	it('it tells what was done before it, and sends nothing more', async () => {
		const { run } = await uploaded(events(3000));
		expect(run.error!.message).toBe(
			'TargetADS refused the event: uid is unknown. It was input item 1234. Of 3,000 input items 1999 are done, 1 failed, and the other 1000 were not sent.',
		);
		expect(run.error!.description).toMatch(/Correct the event .* Set Settings > On Error to Continue/);
		expect([batches().length, taken().length]).toEqual([2, 1999]);
	});

	it('it sends nothing where an item cannot be sent', async () => {
		const { run } = await uploaded([event(1), event(2, { name: '' })]);
		expect(run.error!.message).toBe('Event Name is empty. It was input item 1. Nothing was sent.');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('it says of a lost answer that the events may be there', async () => {
		harness.sandbox.faults.add({ path: BATCH, fault: { kind: 'reset-after' } });
		const { run } = await uploaded(events(1500));
		expect(run.error!.message).toMatch(
			/any of its 1,000 events .* 0 are done, 1000 failed, .* 500 were not sent/,
		);
		expect([batches().length, taken().length]).toEqual([1, 1000]);
	});
});

it('stops in the middle when the execution is stopped', async () => {
	stopAt('user-1500');
	const { run } = await uploaded(events(3000), { settings: continuing, signal: stopSignal() });
	expect(run.status).toBe('canceled');
	expect(batches().length).toBe(2);
});

it('sends nothing after it was stopped, until its very end', async () => {
	stopAt('user-1500');
	const parameters = events(3000).map(({ name: eventName, uid, time }) => ({
		...{ resource: 'event', operation: 'upload', eventName, uid, additionalFields: { time } },
	}));
	const settings = { parameters, continueOnFail: true, cancel: stopSignal() };
	const stopped = await failureOf(runOnFakeClock(harness.sandbox, parameters[0]!, undefined, settings));
	expect(stopped).toBeDefined();
	expect(batches().length).toBe(2);
});
