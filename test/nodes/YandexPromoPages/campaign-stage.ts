import { beforeAll } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { Harness, publisherOf } from './harness';

export const ALL = { resource: 'campaign', operation: 'getAll', returnAll: true, simplify: false };

export const idsOf = (rows: readonly IDataObject[]) => rows.map(({ id }) => id);

/** A sandbox with 1,234 campaigns of a publisher for the tests of one file, and what they ask of it. */
export function campaignStage() {
	const harness = Harness.ofFile();
	let publisherId: string;
	beforeAll(() => {
		publisherId = publisherOf(harness.sandbox);
	});
	const truth = () => harness.sandbox.promoPages.campaigns(publisherId);
	return {
		harness,
		truth,
		/** Whose they are, as a parameter. */
		publisher: () => ({ publisherId }),
		load: async (changes: object = {}) => harness.rows({ ...ALL, publisherId, ...changes }),
		attempt: async (changes: object) => harness.run({ ...ALL, publisherId, ...changes }),
		idsFrom: (first: number, end: number) =>
			truth()
				.slice(first, end)
				.map(({ id }) => id),
		queries: () => harness.sandbox.requests.map(({ query }) => query),
	};
}
