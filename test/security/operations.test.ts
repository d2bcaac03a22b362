import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startEngine, type Engine } from '../engine';
import { withoutWaiting } from '../fuzz/parameters/no-waiting';
import { nodesUnderTest } from '../fuzz/parameters/nodes-under-test';
import { scanNode } from './scan';

/** Good answers, refusals that repeat the credential in several encodings, and redirects, for every operation. */
describe('every operation', () => {
	let engine: Engine;
	let giveBack: () => void;

	beforeAll(async () => {
		giveBack = withoutWaiting();
		engine = await startEngine();
	}, 60_000);

	afterAll(() => {
		giveBack();
	});

	it.each(nodesUnderTest)(
		'of $displayName shows no secret and takes none to another server',
		async (under) => {
			const counts = await scanNode(engine, under, 1);

			expect(counts).toMatchObject({
				operations: under.operations.length,
				secrets: [],
				strays: [],
				silent: [],
			});
			const { messages, hints, items, logs, requests } = counts;
			expect(Math.min(messages, hints, items, logs, requests)).toBeGreaterThan(0);
		},
		240_000,
	);
});
