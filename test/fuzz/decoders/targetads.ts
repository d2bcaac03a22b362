import { rowSource } from '../../../connector/rows';
import type { TargetAdsApi } from '../../../nodes/TargetAds/api';
import { targetAds } from '../../../nodes/TargetAds/platform';
import type { Decoder } from './decoder';
import { envelope } from './envelope';
import { count, fields, id, noErrorCode, notEmpty, rows, text, type Fields } from './reading';

const ROWS = [
	{ InteractionTime: '2026-03-01 10:00:00', InteractionType: 'click', InteractionPlacementId: 17, Cost: 1.5 },
	{ InteractionTime: '2026-03-01 10:00:01', InteractionType: 'визит', InteractionPlacementId: 0, Cost: null },
];

const PLACEMENTS = [
	{ placement_id: 1, placement_name: 'Весна', source_name: 'vk', marketing_name: 'Brand' },
	{ placement_id: '22', placement_name: null, source_name: null, marketing_name: null },
];

const EVENTS = [
	{ event_type: 'purchase', event_category: 'a', event_name: 'Покупка', description: 'd' },
	{ event_type: null, event_category: null, event_name: 'x', description: null },
];

/** Stands for as many letters as make a page so long that its rows stay text until they are read. */
const LETTERS = '~~~';
const LONG_ROWS = Array.from({ length: 24 }, (_none, n) => ({ n, a: LETTERS, b: n % 5 === 0 ? '},{' : 'я' }));

function longPage(answer: Buffer): Buffer {
	return Buffer.from(answer.toString('latin1').replaceAll(LETTERS, 'x'.repeat(50_000)), 'latin1');
}

async function readPage(api: TargetAdsApi): Promise<unknown> {
	const page = await api.reportPage('raw_reports', {}, PAGE);
	const all: unknown[] = [];
	for await (const piece of rowSource(page.rows).pages()) all.push(...piece);
	return { ...page, rows: all };
}

const PAGE = { offset: 0, size: 100, signal: new AbortController().signal, splitsOnTimeout: () => false };

/** One of two known envelopes; the first that holds rows counts. */
function reportPage(json: unknown): unknown {
	const answer = fields(json);
	noErrorCode(answer);
	const known = [
		[answer.data, answer.count],
		[answer.Rows, answer.CountRows],
	].find(([data, number]) => isReadable(() => [rows(data), count(number)]));
	const [data, number] = known ?? [answer.data, answer.count];
	const more = answer.has_more;
	const hasMore = more === undefined || more === null || typeof more === 'boolean' ? more : text(more);
	return { rows: rows(data), count: count(number), hasMore };
}

function isReadable(read: () => unknown): boolean {
	try {
		read();
		return true;
	} catch {
		return false;
	}
}

function placements(json: unknown): unknown {
	const answer = fields(json);
	noErrorCode(answer);
	const read = (value: unknown) => rows(value).map((row) => (id(row.placement_id), row));
	return isReadable(() => read(answer.campaigns)) ? answer.campaigns : read(answer.meta);
}

const named = (row: Fields) => (text(row.event_name), row);

export const targetAdsDecoders: readonly Decoder[] = [
	envelope(
		'TargetADS report page',
		targetAds,
		[
			{ data: ROWS, count: 2, has_more: false },
			{ Rows: ROWS, CountRows: '2' },
		],
		readPage,
		reportPage,
	),
	envelope(
		'TargetADS long report page',
		targetAds,
		[
			{ data: LONG_ROWS, count: 24, has_more: false },
			{ Rows: LONG_ROWS.map(({ n, a }) => ({ n, a, list: [{ n }, { n }] })), CountRows: '24' },
		],
		readPage,
		reportPage,
		longPage,
	),
	envelope(
		'TargetADS campaigns',
		targetAds,
		[{ campaigns: PLACEMENTS }, { meta: PLACEMENTS }],
		(api) => api.campaigns(false),
		placements,
	),
	envelope(
		'TargetADS target events',
		targetAds,
		[{ target_events: EVENTS }],
		(api) => api.targetEvents(),
		(json) => {
			noErrorCode(fields(json));
			return rows(fields(json).target_events).map(named);
		},
	),
	envelope(
		'TargetADS job order',
		targetAds,
		[{ job_id: 'a-1', status: 'CREATED' }],
		(api) => api.orderJob('raw_reports', {}, PAGE.signal),
		(json) => {
			noErrorCode(fields(json));
			return notEmpty(fields(json).job_id);
		},
	),
];
