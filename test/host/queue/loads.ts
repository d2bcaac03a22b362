import { beforeAll, expect, it } from '@jest/globals';

import { SliceLoad } from './slice-load';
import type { QueueStack } from './stack';

/** A report that is planned once and loaded by whoever is free. */
export function loadsAreExact(stack: () => QueueStack): void {
	let load: SliceLoad;
	beforeAll(() => {
		load = new SliceLoad(stack());
	});

	it('a load can be started with the key only', async () => {
		expect(await load.callWithoutKey()).toBe(403);
	});

	it('every row of 14 days arrives once, and both workers take part', async () => {
		expect(await load.handOut()).toBe(14);
		await load.untilLoaded();
		const slices = await load.ledger();
		const truth = load.truth(slices.map(({ day }) => day));
		expect(truth.length).toBeGreaterThan(5000);
		expect(await load.table()).toEqual(truth);
		expect(slices.reduce((sum, { rows }) => sum + rows, 0)).toBe(truth.length);
		console.log(`n8n ${stack().version}, ${truth.length} rows\n${await load.shares()}`);
		for (const { started } of stack().workers) {
			expect(slices.filter(({ executionId }) => started.includes(executionId))).not.toEqual([]);
		}
	});

	it('a second run has nothing to do and leaves the table as it is', async () => {
		const before = await load.ledger();
		const requests = stack().sandbox.requests.length;
		expect(await load.handOut()).toBe(0);
		expect(stack().sandbox.requests).toHaveLength(requests);
		expect(await load.ledger()).toEqual(before);
		expect(await load.table()).toEqual(load.truth(before.map(({ day }) => day)));
	});

	it('a day that is handed out twice at a time is there once', async () => {
		const { postgres } = stack();
		await postgres.query(
			'warehouse',
			'update targetads_slices set loaded_at = null where day = (select max(day) from targetads_slices)',
		);
		expect(await Promise.all([load.handOut(), load.handOut()])).toEqual([1, 1]);
		await load.untilLoaded();
		expect(await load.table()).toEqual(load.truth((await load.ledger()).map(({ day }) => day)));
	});
}
