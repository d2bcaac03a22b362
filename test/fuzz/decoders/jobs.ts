import { gzipSync } from 'node:zlib';

import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { TemporarilyUnavailableError } from '../../../connector/errors';
import { SliceFailure } from '../../../connector/report';
import { RateLimiter } from '../../../connector/rate-limit';
import type { Transport, TransportRequest } from '../../../connector/transport';
import { adfox } from '../../../nodes/Adfox/platform';
import { runItem } from '../../../nodes/shared/execution/run-item';
import { Execution } from '../../../nodes/shared/execution/execution';
import { findOperation } from '../../../nodes/shared/execution/find-operation';
import type { Platform } from '../../../nodes/shared/platform/platform';
import { describeResources } from '../../../nodes/shared/operations/describe';
import { targetAds } from '../../../nodes/TargetAds/platform';
import { FakeNode } from '../../nodes/shared/fake-node';
import { FakeClock } from '../../support/fake-clock';
import { mutateJson } from '../mutate-json';
import type { Random } from '../random';
import { inPieces, Unreadable, type Decoder } from './decoder';
import { simpleCsv, simpleGunzip } from './files';
import { count, fields, isNoCode, noErrorCode, parsed, text } from './reading';

const CREDENTIAL: IDataObject = { accessToken: 'nobody', projectId: '1', baseUrl: 'http://127.0.0.1:1' };

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

const TASK_PARAMETERS: INodeParameters = {
	resource: 'report',
	operation: 'get',
	metrics: ['impressions'],
	dimensions: ['date'],
	dateRange: 'custom',
	dateFrom: '2026-02-01',
	dateTo: '2026-02-02',
	returnAll: true,
	options: { maxRetries: 0, pollTimeout: 60 },
};

const TASK_RESULT = {
	result: {
		columns: [
			{ name: 'date', type: 'date' },
			{ name: 'impressions', type: 'integer' },
		],
		rows: [
			['2026-02-01', 1],
			['2026-02-02', 2],
		],
	},
};
const TASK_ROWS = [
	{ date: '2026-02-01', impressions: 1 },
	{ date: '2026-02-02', impressions: 2 },
];

const described = new Map<string, readonly INodeProperties[]>();

function propertiesOf<Api>({
	credentialType,
	resources,
	defaults,
}: Platform<Api>): readonly INodeProperties[] {
	const properties = described.get(credentialType) ?? describeResources(resources, defaults);
	described.set(credentialType, properties);
	return properties;
}

type Answer = (request: TransportRequest, index: number) => unknown;

/** The rows that a node gives where every request gets what `answer` says; what the connector throws comes as it is. */
async function rowsOfNode<Api>(
	platform: Platform<Api>,
	parameters: INodeParameters,
	answer: Answer,
	random: Random,
): Promise<unknown> {
	const clock = new FakeClock();
	const limiter = new RateLimiter(clock);
	let index = 0;
	const transport: Transport = {
		send: async (request) => {
			if (!/^https?:\/\/./.test(request.url)) throw new TemporarilyUnavailableError('no such host');
			const body = answer(request, index++);
			const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
			return { status: 200, headers: {}, body: inPieces(bytes, random), discard: () => undefined };
		},
	};
	const settings = { parameters: [parameters], credential: CREDENTIAL };
	const node = new FakeNode(settings, propertiesOf(platform), platform.credentialType).asExecuteFunctions();
	const ports = { clock, transport: () => transport, limiter: () => limiter };
	const execution = new Execution(node, platform, findOperation(node, platform), ports);
	await runItem(execution, 0).catch((error: unknown) => {
		throw error instanceof SliceFailure ? error.cause : error;
	});
	return execution.rows.map(({ json }) => json);
}

/** The first poll gives the damaged state, every later one the true one. */
function jobAnswers(state: unknown, file: Buffer): Answer {
	let polls = 0;
	return ({ method, url }) => {
		if (method === 'POST') return { job_id: 'j' };
		if (!url.includes('/v2/jobs/')) return file;
		return polls++ === 0 ? state : DONE;
	};
}

function taskAnswers(state: Buffer): Answer {
	let polls = 0;
	return ({ method, url }) => {
		if (method === 'POST') return { result: { taskId: 't' } };
		if (url.endsWith('/result')) return TASK_RESULT;
		return polls++ === 0 ? state : { result: { status: 'SUCCESS' } };
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

function taskState(answer: Buffer): unknown {
	const status = text(fields(fields(parsed(answer)).result).status);
	if (!['PENDING', 'RUNNING', 'SUCCESS'].includes(status)) throw new Unreadable('not done');
	return TASK_ROWS;
}

function jobFile(answer: Buffer): unknown {
	const rows = simpleCsv(simpleGunzip(answer));
	if (rows.length !== FILE_ROWS.length) throw new Unreadable('another number of rows');
	if (!Object.keys(rows[0]!).some((column) => FIELDS.includes(column)))
		throw new Unreadable('another report');
	return rows;
}

function stateDecoder(
	name: string,
	states: readonly object[],
	decode: Decoder['decode'],
	read: Decoder['read'],
): Decoder {
	return {
		name,
		answers: states.map((state) => Buffer.from(JSON.stringify(state))),
		restructure: (random) => Buffer.from(mutateJson(random.pick(states), random)),
		decode,
		read,
	};
}

const fileDecoder = (name: string, file: Buffer): Decoder => ({
	name,
	answers: [file],
	decode: (answer, random) => rowsOfNode(targetAds, JOB_PARAMETERS, jobAnswers(DONE, answer), random),
	read: jobFile,
});

export const jobDecoders: readonly Decoder[] = [
	stateDecoder(
		'TargetADS job state',
		[DONE, { status: 'created' }, { status: 'FAILED', error_message: 'x', row_count: null }],
		(answer, random) => rowsOfNode(targetAds, JOB_PARAMETERS, jobAnswers(answer, Buffer.from(FILE)), random),
		jobState,
	),
	stateDecoder(
		'ADFOX task state',
		[
			{ result: { status: 'SUCCESS' } },
			{ result: { status: 'PENDING' } },
			{ result: { status: 'FAILURE', error: { code: 'X', message: 'x' } } },
		],
		(answer, random) => rowsOfNode(adfox, TASK_PARAMETERS, taskAnswers(answer), random),
		taskState,
	),
	fileDecoder('TargetADS job file, gzip', gzipSync(FILE)),
	fileDecoder('TargetADS job file, plain', Buffer.from(FILE)),
];
