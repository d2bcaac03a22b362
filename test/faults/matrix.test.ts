import { beforeAll, describe, expect, it } from '@jest/globals';

import { runMatrix, underTest, type OperationResults } from './run-matrix';
import { families } from './table';

/** Jest runs one cell of so many, spread over all faults; `npm run faults` runs every one. */
const SHARE = 8;

describe.each(underTest.map((platform) => [platform.of.title, platform] as const))(
	'%s',
	(_title, platform) => {
		let all: readonly OperationResults[];
		beforeAll(async () => {
			all = await runMatrix(platform, { share: SHARE });
		}, 300_000);

		it.each(platform.operations.map(({ name }) => name))('%s', (name) => {
			const { undisturbed, results } = all.find(({ operation }) => operation.name === name)!;
			expect({ undisturbed }).toEqual({ undisturbed: undefined });
			expect(results.flatMap(({ complaint }) => complaint ?? [])).toEqual([]);
			expect(results.length).toBeGreaterThan(0);
		});

		it('is struck by faults of every family that it can be struck by', () => {
			const struck = new Set(all.flatMap(({ results }) => results.map(({ cell }) => cell.fault.group)));
			const jobs = platform.orders === undefined ? ['jobs'] : [];
			expect(Object.keys(families).filter((family) => !struck.has(family as never))).toEqual(jobs);
		});
	},
);
