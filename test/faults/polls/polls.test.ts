import { beforeAll, describe, expect, it } from '@jest/globals';

import type { Cell } from '../model';
import type { SubjectResults } from '../run-chosen';
import { underTest } from '../run-matrix';
import { runPolls } from './run-polls';

/** Jest runs one cell of so many, spread over all faults; `npm run faults` runs every one. */
const SHARE = 48;

describe.each(underTest.map((platform) => [platform.of.title, platform] as const))(
	'%s: whatever strikes a poll, its event is told once',
	(_title, platform) => {
		let all: readonly SubjectResults[];
		beforeAll(async () => {
			all = await runPolls(platform, { share: SHARE });
		}, 300_000);

		it.each(platform.of.occurrences ?? [])('$event', ({ event }) => {
			const { undisturbed, results } = all.find(({ operation }) => operation.name === `poll.${event}`)!;
			expect({ undisturbed }).toEqual({ undisturbed: undefined });
			expect(results.flatMap(({ complaint }) => complaint ?? [])).toEqual([]);
			expect(results.length).toBeGreaterThan(0);
		});

		it('is struck by every fault that has a meaning for it', () => {
			const names = (cells: readonly Cell[]) => new Set(cells.map(({ fault }) => fault.name));
			const struck = names(all.flatMap(({ results }) => results.map(({ cell }) => cell)));
			expect(struck).toEqual(names(all.flatMap(({ cells }) => cells)));
			expect(struck.size).toBeGreaterThan(40);
		});
	},
);

it('a poll that is told to wait again and again ends in the time that n8n gives it', async () => {
	const platform = underTest.find(({ of }) => of.occurrences !== undefined);
	const all = await runPolls(platform!, { fault: ({ name }) => name === '429, Retry-After as HTTP date' });
	const results = all.flatMap((one) => one.results);
	expect(results.length).toBeGreaterThan(3);
	expect(results.flatMap(({ complaint }) => complaint ?? [])).toEqual([]);
}, 120_000);
