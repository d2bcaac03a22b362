import { expect, it } from '@jest/globals';

import { platforms } from '../platforms';
import { withoutWaiting } from '../support/no-waiting';
import { scanNode } from './scan';

/** Good answers, refusals that repeat the credential in several encodings, and redirects, for every operation. */
it.each(platforms)(
	'every operation of $title shows no secret and takes none to another server',
	async (platform) => {
		const { operations } = platform.sources().node;
		const counts = await withoutWaiting(async (engine) => scanNode(engine, platform, 1));

		expect(counts).toMatchObject({ operations: operations.length, secrets: [], strays: [], silent: [] });
		const { messages, hints, items, logs, requests } = counts;
		expect(Math.min(messages, hints, items, logs, requests)).toBeGreaterThan(0);
	},
	300_000,
);
