import { expect, it } from '@jest/globals';

import { withoutWaiting } from '../support/no-waiting';
import { pollOften, watchMany } from './polls';
import { soak } from './soak';

it('many executions with faults give exact rows or an honest error, and leave nothing open', async () => {
	const result = await withoutWaiting(async (engine) =>
		soak(engine, { executions: 80, atATime: 5, faults: 0.05 }),
	);
	const [before, , , closed] = result.resources;

	expect(result).toMatchObject({ executions: 80, wrong: [] });
	expect(result.exact + result.honest).toBe(80);
	expect(result.faults).toBeGreaterThan(0);
	expect(result.exact).toBeGreaterThan(0);
	// Sockets of tests before this one may close meanwhile.
	expect(closed.TCPSocketWrap ?? 0).toBeLessThanOrEqual(before.TCPSocketWrap ?? 0);
	expect(closed.TCPServerWrap ?? 0).toBeLessThanOrEqual(before.TCPServerWrap ?? 0);
}, 120_000);

it('a trigger that watches 1,000 objects has n8n store less than 10 KB', async () => {
	const watched = await withoutWaiting(async (engine) => watchMany(engine, 1000));
	for (const { told, bytes } of watched) {
		expect(told).toBe(1);
		// A hash of 7 characters for each of them, and little else.
		expect(bytes).toBeGreaterThan(7000);
		expect(bytes).toBeLessThan(10_000);
	}
	expect(watched).toHaveLength(4);
}, 120_000);

it('polls take no memory for good', async () => {
	const { told, heap } = await withoutWaiting(async (engine) => pollOften(engine, 60));
	expect(told).toBeGreaterThan(0);
	expect(heap[1] - heap[0]).toBeLessThan(16 * 1024 * 1024);
}, 120_000);
