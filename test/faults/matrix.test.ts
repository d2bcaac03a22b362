import { beforeAll, describe, expect, it } from '@jest/globals';

import type { Cell } from './model';
import type { SubjectResults } from './run-chosen';
import { runMatrix, underTest } from './run-matrix';

/** Jest runs one cell of so many, spread over all faults; `npm run faults` runs every one. */
const SHARE = 48;

describe.each(underTest.map((platform) => [platform.of.title, platform] as const))(
	'%s',
	(_title, platform) => {
		let all: readonly SubjectResults[];
		beforeAll(async () => {
			all = await runMatrix(platform, { share: SHARE });
		}, 300_000);

		it.each(platform.operations.map(({ name }) => name))('%s', (name) => {
			const { undisturbed, results } = all.find(({ operation }) => operation.name === name)!;
			expect({ undisturbed }).toEqual({ undisturbed: undefined });
			expect(results.flatMap(({ complaint }) => complaint ?? [])).toEqual([]);
			expect(results.length).toBeGreaterThan(0);
		});

		it('is struck by every fault that has a meaning for it', () => {
			const names = (cells: readonly Cell[]) => new Set(cells.map(({ fault }) => fault.name));
			const struck = names(all.flatMap(({ results }) => results.map(({ cell }) => cell)));
			expect(struck).toEqual(names(all.flatMap(({ cells }) => cells)));
		});
	},
);
