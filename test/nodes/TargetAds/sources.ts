import { gzipSync } from 'node:zlib';

import type { INodeParameters } from 'n8n-workflow';

import { rowSource } from '../../../connector/rows';
import type { TargetAdsApi } from '../../../nodes/TargetAds/api';
import { targetAds } from '../../../nodes/TargetAds/platform';
import { events } from '../../../nodes/TargetAds/trigger';
import { Unreadable, type Decoder } from '../../fuzz/decoders/decoder';
import { envelope } from '../../fuzz/decoders/envelope';
import { simpleCsv, simpleGunzip } from '../../fuzz/decoders/files';
import { rowsOfNode, stateDecoder, type Answers } from '../../fuzz/decoders/of-node';
import {
	count,
	fields,
	namedRows,
	noErrorCode,
	notEmpty,
	rows,
	text,
	isNoCode,
	parsed,
} from '../../fuzz/decoders/reading';
import { loadedNode, loadedTrigger } from '../../platforms/loaded-node';

export const node = loadedNode(targetAds);
export const trigger = loadedTrigger(targetAds, events);

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

const PAGE = { offset: 0, size: 100, signal: new AbortController().signal, canSplit: () => false };

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
	const read = (value: unknown) => namedRows(value, 'placement_id');
	return read(isReadable(() => read(answer.campaigns)) ? answer.campaigns : answer.meta);
}

const FIELDS = ['InteractionTime', 'InteractionType'];
const FILE = `${FIELDS.join(',')}\r\n2026-03-01 10:00:00,click\r\n2026-03-01 10:00:01,"клик, ""2"""\r\n`;
const FILE_ROWS = simpleCsv(Buffer.from(FILE));
const DONE = { job_id: 'j', status: 'DONE', row_count: 2, download_url: 'http://127.0.0.1:2/f?signature=s' };

const JOB_PARAMETERS: INodeParameters = {
	resource: 'report',
	operation: 'getRaw',
	fields: FIELDS,
	interactionTypes: ['click'],
	delivery: 'job',
	dateRange: 'custom',
	dateFrom: '2026-03-01',
	dateTo: '2026-03-01',
	returnAll: true,
	options: { maxRetries: 0, pollTimeout: 60 },
};

/** The first poll gives the damaged state, every later one the true one. */
function jobAnswers(state: unknown, file: Buffer): Answers {
	let polls = 0;
	return ({ method, url }) => {
		if (method === 'POST') return { job_id: 'j' };
		if (!url.includes('/v2/jobs/')) return file;
		return polls++ === 0 ? state : DONE;
	};
}

function jobState(answer: Buffer): unknown {
	const state = fields(parsed(answer));
	const code = Number(state.ErrorCode);
	// A server that failed while it was asked says nothing about the job.
	const isFinal = code >= 400 && code < 500 && code !== 408 && code !== 425;
	if (!isNoCode(state.ErrorCode) && !isFinal) return FILE_ROWS;
	noErrorCode(state);
	const announced = count(state.row_count);
	const status = text(state.status).toUpperCase();
	if (status === 'CREATED' || status === 'PROCESSING') return FILE_ROWS;
	if (status !== 'DONE' || text(state.download_url) === '') throw new Unreadable('not done');
	if (announced !== undefined && announced !== null && announced !== FILE_ROWS.length)
		throw new Unreadable('another number of rows');
	return FILE_ROWS;
}

function jobFile(answer: Buffer): unknown {
	const rows = simpleCsv(simpleGunzip(answer));
	if (rows.length !== FILE_ROWS.length) throw new Unreadable('another number of rows');
	if (!Object.keys(rows[0]!).some((column) => FIELDS.includes(column)))
		throw new Unreadable('another report');
	return rows;
}

const fileDecoder = (name: string, file: Buffer): Decoder => ({
	name,
	answers: [file],
	decode: (answer, random) => rowsOfNode(targetAds, JOB_PARAMETERS, jobAnswers(DONE, answer), random),
	read: jobFile,
});

export const decoders: readonly Decoder[] = [
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
			return namedRows(fields(json).target_events, 'event_name');
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
	stateDecoder(
		'TargetADS job state',
		[DONE, { status: 'created' }, { status: 'FAILED', error_message: 'x', row_count: null }],
		(answer, random) => rowsOfNode(targetAds, JOB_PARAMETERS, jobAnswers(answer, Buffer.from(FILE)), random),
		jobState,
	),
	fileDecoder('TargetADS job file, gzip', gzipSync(FILE)),
	fileDecoder('TargetADS job file, plain', Buffer.from(FILE)),
];
