import type { IncomingMessage, ServerResponse } from 'node:http';

import { afterEach, describe, expect, it } from '@jest/globals';

import type { ClientRequest, FormFile } from '../../../connector/client';
import { systemClock } from '../../../connector/clock';
import { CHECK, failureOf, Rows, setUp } from '../client/parts';
import { cleanUp, exchange, makeTransport, serve } from './servers';

afterEach(cleanUp);

const MB = 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 'x');
const OK = JSON.stringify({ rows: [1] });

let opened = 0;

/** A file that nobody holds in memory. */
function bigFile(bytes: number, parts: Partial<FormFile> = {}): FormFile {
	async function* chunks() {
		for (let at = 0; at < bytes; at += CHUNK.length)
			yield await Promise.resolve(CHUNK.subarray(0, Math.min(CHUNK.length, bytes - at)));
	}
	return {
		...{ name: 'file', fileName: 'big.bin', contentType: 'application/octet-stream', bytes },
		open: async () => {
			opened += 1;
			return Promise.resolve(chunks());
		},
		...parts,
	};
}

const upload = (...files: FormFile[]): ClientRequest => ({
	method: 'POST',
	path: '/upload',
	intent: 'write',
	check: CHECK,
	multipart: { fields: [['name', 'Весна']], files },
});

type Answering = (length: number, message: IncomingMessage, response: ServerResponse) => void;

/** A server that answers once the body has arrived. */
const serveUploads = (answer: Answering) =>
	serve((message, response) => {
		let length = 0;
		message
			.on('data', (chunk: Buffer) => (length += chunk.length))
			.on('end', () => {
				answer(length, message, response);
			});
	});

function clientOf(baseUrl: string, parts: Parameters<typeof setUp>[1] = {}) {
	return setUp([], { baseUrl, transport: makeTransport(), ...parts }).client;
}

describe('a form with files', () => {
	it('goes out with its length, and with none where it is not known', async () => {
		const lengths: [string | undefined, string | undefined, number][] = [];
		const { url } = await serveUploads((length, { headers }, response) => {
			lengths.push([headers['content-length'], headers['transfer-encoding'], length]);
			response.end(OK);
		});
		const client = clientOf(url);
		await client.json(upload(bigFile(100_000)), Rows);
		await client.json(upload(bigFile(100_000, { bytes: undefined })), Rows);
		const [[told, none, received], [nothing, coding, same]] = lengths as [
			(typeof lengths)[0],
			(typeof lengths)[0],
		];
		expect([told, none]).toEqual([String(received), undefined]);
		expect([nothing, coding, same]).toEqual([undefined, 'chunked', received]);
	});

	it('of 128 MB takes no 128 MB of memory', async () => {
		const { url } = await serveUploads((length, _message, response) =>
			response.end(JSON.stringify({ rows: [length] })),
		);
		const taken = () => {
			const { heapUsed, external } = process.memoryUsage();
			return heapUsed + external;
		};
		const before = taken();
		let peak = 0;
		const measure = setInterval(() => (peak = Math.max(peak, taken())), 1);
		const { rows } = await clientOf(url).json(upload(bigFile(128 * MB)), Rows);
		clearInterval(measure);
		expect(rows[0]).toBeGreaterThan(128 * MB);
		expect(peak).toBeGreaterThan(0);
		expect(peak - before).toBeLessThan(48 * MB);
	});

	it('is read anew after a refusal that proves that nothing was taken', async () => {
		const lengths: number[] = [];
		const { url } = await serveUploads((length, _message, response) => {
			lengths.push(length);
			if (lengths.length === 1) response.writeHead(429, { 'retry-after': '1' });
			response.end(OK);
		});
		opened = 0;
		await clientOf(url).json(upload(bigFile(3 * MB)), Rows);
		expect(opened).toBe(2);
		expect(lengths[0]).toBe(lengths[1]);
	});

	it('is told the refusal that came before it was sent to its end', async () => {
		const { url, requests } = await serve((message, response) => {
			response.writeHead(403, { connection: 'close' }).end('{"error":"no"}');
			message.resume();
		});
		const failure = await failureOf(clientOf(url).json(upload(bigFile(MB)), Rows));
		expect(failure).toMatchObject({ kind: 'access-denied', check: undefined });
		expect(requests).toHaveLength(1);
	});

	it('whose connection breaks in the middle may have been taken, and is sent once', async () => {
		const { url, requests } = await serve((message) => {
			message.once('data', () => message.socket.resetAndDestroy());
		});
		const failure = await failureOf(clientOf(url).json(upload(bigFile(20 * MB)), Rows));
		expect(failure).toMatchObject({ kind: 'temporarily-unavailable', check: CHECK });
		expect((failure as Error).message).toContain('It was sent once and may have been done all the same.');
		expect(requests).toHaveLength(1);
	});

	it('whose file breaks off was not taken', async () => {
		let wasWhole = false;
		const { url } = await serve((message) => {
			message
				.on('end', () => (wasWhole = true))
				.on('error', () => undefined)
				.resume();
		});
		async function* broken() {
			yield CHUNK;
			yield await Promise.reject(new Error('gone'));
		}
		const file = bigFile(10 * MB, { open: async () => Promise.resolve(broken()) });
		const failure = await failureOf(clientOf(url).json(upload(file), Rows));
		expect(failure).toMatchObject({ kind: 'request-invalid', check: undefined });
		expect((failure as Error).message).toContain('big.bin could not be read to its end');
		expect(wasWhole).toBe(false);
	});

	it('may take longer than an answer may, as long as it flows', async () => {
		const { url } = await serveUploads((_length, _message, response) => response.end(OK));
		async function* slow() {
			for (let count = 0; count < 6; count++) {
				await systemClock.sleep(50, new AbortController().signal);
				yield CHUNK;
			}
		}
		const chunks = { bytes: undefined, chunks: slow };
		const sending = { method: 'POST', body: chunks, idleTimeoutMs: 150, wholeTimeoutMs: 150 };
		expect(await exchange(makeTransport(), url, sending)).toBe(OK);
	});

	it('is not sent again to where a redirect leads', async () => {
		const { url, requests } = await serveUploads((_length, _message, response) =>
			response.writeHead(307, { location: '/other' }).end(),
		);
		const failure = await failureOf(clientOf(url).json(upload(bigFile(MB)), Rows));
		expect((failure as Error).message).toContain('answered a POST with a redirect; it was not repeated.');
		expect(requests).toHaveLength(1);
	});
});
