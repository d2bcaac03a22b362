import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startEngine, type Engine } from '../engine';
import { runParameterCampaign } from './parameters/campaign';
import { withoutWaiting } from './parameters/no-waiting';
import { nodesUnderTest } from './parameters/nodes-under-test';

const SETS = 120;

describe('random parameters', () => {
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
		'give $displayName rows or a refusal that can be understood',
		async (under) => {
			const findings = await runParameterCampaign(engine, under, { seed: 1, sets: SETS, atATime: 4 });

			expect(findings).toMatchObject({ defects: [], hangs: [], injections: [] });
			const { rows, parameter, platform, n8n, stopped } = findings.counts;
			expect(rows + parameter + platform + n8n + stopped).toBe(SETS);
			// Each way happens, or one of them was not tried.
			expect(Math.min(rows, parameter)).toBeGreaterThan(0);
		},
		120_000,
	);
});
