import { expect, it } from '@jest/globals';

import { withoutWaiting } from '../support/no-waiting';
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
