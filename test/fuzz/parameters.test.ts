import { expect, it } from '@jest/globals';

import { platforms } from '../platforms';
import { withoutWaiting } from '../support/no-waiting';
import { runParameterCampaign } from './parameters/campaign';

const SETS = 120;

it.each(platforms)(
	'random parameters give $title rows or a refusal that can be understood',
	async (platform) => {
		const findings = await withoutWaiting(async (engine) =>
			runParameterCampaign(engine, platform, { seed: 1, sets: SETS, atATime: 4 }),
		);

		expect(findings).toMatchObject({ defects: [], hangs: [], injections: [] });
		const { rows, parameter, platform: refused, n8n, stopped } = findings.counts;
		expect(rows + parameter + refused + n8n + stopped).toBe(SETS);
		// Each way happens, or one of them was not tried.
		expect(Math.min(rows, parameter)).toBeGreaterThan(0);
	},
	180_000,
);
