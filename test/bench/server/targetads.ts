import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

import { gzipCsv, rowsOfFile, type RepeatedFile } from './gzip-file';
import type { PageStore } from './page-store';
import { bytesOf } from '../../sandbox/frame/request';

const files = new Map<number, RepeatedFile>();

/**
 * The three routes of TargetADS that move rows. The project id says how many rows a report, or a job's file, has.
 *
 * @param pages with the rows of the direct reports
 */
export async function answerTargetAds(
	pages: PageStore,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { method, headers } = request;
	const url = new URL(request.url ?? '/', 'http://localhost');
	const rows = Number(url.searchParams.get('project_id'));
	const body = await bytesOf(request);
	if (method === 'POST' && url.pathname === '/v1/reports/raw_reports') {
		const { Offset = 0, Limit = 1000 } = JSON.parse(body.toString()) as { Offset?: number; Limit?: number };
		sendJson(response, pages.page(Offset, Limit, rows));
	} else if (method === 'POST' && url.pathname === '/v2/reports/raw_reports') {
		sendJson(response, Buffer.from(JSON.stringify({ job_id: `job-${rows}`, status: 'CREATED' })));
	} else if (url.pathname.startsWith('/v2/jobs/')) {
		const encrypted = 'encrypted' in request.socket;
		const download_url = `${encrypted ? 'https' : 'http'}://${headers.host}/files/${rows}.csv.gz`;
		const done = { job_id: `job-${rows}`, status: 'DONE', row_count: rowsOfFile(rows), download_url };
		sendJson(response, Buffer.from(JSON.stringify(done)));
	} else if (url.pathname.startsWith('/files/')) {
		sendFile(response, Number(/\d+/.exec(url.pathname)?.[0]));
	} else response.writeHead(404).end();
}

function sendJson(response: ServerResponse, body: Buffer): void {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

function sendFile(response: ServerResponse, rows: number): void {
	const file = files.get(rows) ?? gzipCsv(rows);
	files.set(rows, file);
	response.writeHead(200, { 'content-type': 'application/octet-stream' });
	Readable.from(chunksOf(file)).pipe(response);
}

function* chunksOf({ head, block, times, tail }: RepeatedFile): Generator<Buffer> {
	yield head;
	for (let time = 0; time < times; time++) yield block;
	yield tail;
}
