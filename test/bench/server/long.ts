import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { bytesOf } from '../../sandbox/frame/request';
import { longAnswer } from '../long-answers';

/** How a long answer comes, or does not. */
export type Manner = 'whole' | 'gzip' | 'stalling' | 'refused' | 'limited' | 'pending';

/** Where a credential leads to such an answer. */
export function longAddress(server: string, manner: Manner, name: string, rows: number): string {
	return `${server}/${manner}/${name}/${rows}`;
}

const compress = promisify(gzip);

const texts = new Map<string, Buffer>();
const compressed = new Map<string, Promise<Buffer>>();

/** The last one only: a dozen of them would be a gigabyte. */
function textOf(name: string, rows: number): Buffer {
	const key = `${name}/${rows}`;
	const text = texts.get(key) ?? Buffer.from(longAnswer(name).text(rows));
	texts.clear();
	texts.set(key, text);
	return text;
}

async function gzipped(name: string, rows: number): Promise<Buffer> {
	const key = `${name}/${rows}`;
	const bytes = compressed.get(key) ?? compress(textOf(name, rows), { level: 1 });
	compressed.clear();
	compressed.set(key, bytes);
	return bytes;
}

/** Answers from memory by their address, see {@link longAddress}. */
export async function answerLong(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const { pathname } = new URL(request.url ?? '/', 'http://localhost');
	const [, manner, name = '', count] = pathname.split('/');
	await bytesOf(request);
	const { before = {}, contentType = 'application/json' } = longAnswer(name);
	if (manner === 'refused') return void response.writeHead(503).end();
	if (manner === 'limited') return void response.writeHead(429, { 'retry-after': '60' }).end();
	const step = Object.entries(before).find(([end]) => pathname.endsWith(end))?.[1];
	if (step !== undefined) {
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(step));
		return;
	}
	if (manner === 'pending') return void response.writeHead(202).end();
	const text = textOf(name, Number(count));
	const headers = { 'content-type': contentType };
	if (manner === 'gzip') {
		const bytes = await gzipped(name, Number(count));
		response
			.writeHead(200, { ...headers, 'content-encoding': 'gzip', 'content-length': bytes.length })
			.end(bytes);
		return;
	}
	response.writeHead(200, { ...headers, 'content-length': text.length });
	if (manner === 'stalling') response.write(text.subarray(0, text.length / 2));
	else response.end(text);
}
