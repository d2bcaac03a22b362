import { describe, expect, it } from '@jest/globals';

import { TemporarilyUnavailableError } from '../../../connector/errors';
import type { TargetAdsApi } from '../../../nodes/TargetAds/api';
import { jobFile } from '../../../nodes/TargetAds/report/job-file';
import { collectRows } from '../../connector/rows/chunks';

const LINES = Array.from({ length: 40 }, (_, line) => `${line},Click\n`);
const HEADER = 'InteractionTime,InteractionType\n';
const ROWS = LINES.map((_, line) => ({ InteractionTime: String(line), InteractionType: 'Click' }));

/** So many lines of the file; the connection breaks behind them, or the file ends. */
interface Download {
	readonly lines: number;
	readonly breaks?: true;
}

/** The rows of a job whose file comes in these downloads, and what it counts at the order and at each later look. */
async function rowsOf(downloads: readonly Download[], counts: readonly (number | undefined)[]) {
	let download = 0;
	let look = 0;
	const api = {
		async *bytes() {
			const { lines, breaks } = downloads[download++]!;
			yield Buffer.from(HEADER);
			yield Buffer.from(LINES.slice(0, lines).join(''));
			if (breaks) throw new TemporarilyUnavailableError('The connection was closed.');
		},
		download: async () => api.bytes(),
		job: async () => ({ status: 'DONE', download_url: 'https://files/2', row_count: counts[++look] }),
		recovery: () => ({
			after: async (error: unknown) => {
				if (download === downloads.length) throw error;
			},
			progressed: () => undefined,
		}),
	};
	const file = { url: 'https://files/1', rowCount: counts[0] };
	const order = { id: 'job-17', fields: ['InteractionTime', 'InteractionType'] };
	const { signal } = new AbortController();
	return collectRows(
		jobFile(api as unknown as TargetAdsApi, order, file, { signal, observe: () => undefined }),
	);
}

const broken = { lines: 25, breaks: true } as const;

describe('the file of a job that broke off', () => {
	it.each([
		['as before', [40, 40]],
		['no longer', [40, undefined]],
		['at last', [undefined, 40]],
		['never', [undefined, undefined]],
	])('is read on from there, counted %s', async (_name, counts) => {
		expect(await rowsOf([broken, { lines: 40 }], counts)).toEqual(ROWS);
	});

	it.each([
		['that was announced before alone', [40, undefined]],
		['that is announced now alone', [undefined, 40]],
		['of which fewer are announced now', [40, 30]],
	])('has to have every row %s', async (_name, counts) => {
		await expect(rowsOf([broken, { lines: 30 }], counts)).rejects.toMatchObject({
			kind: 'response-invalid',
			message: 'The file of job job-17 has 30 rows, but TargetADS announced 40.',
		});
	});

	it('is asked for again when it has fewer rows than came before, although nobody counts them', async () => {
		const downloads = [broken, { lines: 10 }, { lines: 40 }];
		expect(await rowsOf(downloads, [undefined, undefined, undefined])).toEqual(ROWS);
		await expect(rowsOf([broken, { lines: 10 }], [undefined, undefined])).rejects.toMatchObject({
			kind: 'response-invalid',
			message: 'The file has 10 rows now, after 25 had come before.',
		});
	});
});
