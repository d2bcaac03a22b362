import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { json, text, wholeText, type Answer } from '../answer';

import type { ContentFault, DeliveryFault, ReplacingFault } from './fault';

/** A proxy's page, as it comes when the platform behind it is away. */
const HTML_PAGE = `<!DOCTYPE html>
<html><head><title>Technical works</title></head>
<body><h1>We will be back soon</h1><p>Скоро вернёмся</p></body></html>
`;

/** The answer that comes instead of the platform's. */
export function replacement(fault: ReplacingFault): Answer {
	switch (fault.kind) {
		case 'html':
			return text(200, 'text/html; charset=utf-8', HTML_PAGE);
		case 'redirect':
			return { status: 302, headers: { location: fault.to }, body: '' };
		case 'status': {
			const headers = retryAfterHeader(fault.retryAfter);
			if (fault.body === undefined) {
				return json(
					fault.status,
					{ ErrorCode: fault.status, ErrorMessage: MESSAGES[fault.status] ?? 'error' },
					headers,
				);
			}
			const { status, body } = fault;
			return { status, headers: { 'content-type': contentTypeOf(body), ...headers }, body };
		}
	}
}

function contentTypeOf(body: string): string {
	if (/^\s*[{[]/.test(body)) return 'application/json; charset=utf-8';
	if (/^\s*<(!doctype|html)/i.test(body)) return 'text/html; charset=utf-8';
	return body.startsWith('<') ? 'application/xml' : 'text/plain';
}

function retryAfterHeader(given: string | (() => string) | undefined): Record<string, string> {
	if (given === undefined) return {};
	return { 'retry-after': typeof given === 'string' ? given : given() };
}

/** Messages of the TargetADS sheet, section 3.11; other platforms' bodies are given with the fault. */
const MESSAGES: Readonly<Record<number, string>> = {
	400: 'validate error',
	401: 'invalid or expired token',
	403: 'access denied to project',
	404: 'not found',
	429: 'too many requests',
	500: 'internal error',
};

const PADDING = Buffer.alloc(65_536, ' ');

/** The bytes of an answer, spoilt. An iterable is sent without Content-Length. */
export function spoil(answer: Answer, fault: ContentFault): Buffer | Iterable<Buffer> {
	const whole = wholeText(answer);
	switch (fault.kind) {
		case 'wrong-charset':
			return encode(whole, answer.charset === undefined ? 'windows-1251' : undefined);
		case 'truncate': {
			const bytes = encode(whole, answer.charset);
			return bytes.subarray(0, Math.floor(bytes.length / 2));
		}
		case 'oversized':
			return padded(encode(whole, answer.charset), fault.bytes);
		case 'gzip-bomb':
			return gzipBomb(encode(whole, answer.charset), fault.bytes);
		case 'wrong-content-type':
			return encode(whole, answer.charset);
	}
}

export function encode(text: string, charset: Answer['charset']): Buffer {
	return charset === 'windows-1251' ? windows1251(text) : Buffer.from(text);
}

function* padded(bytes: Buffer, size: number): Generator<Buffer, void> {
	yield bytes;
	for (let left = size - bytes.length; left > 0; left -= PADDING.length) {
		yield PADDING.subarray(0, Math.min(left, PADDING.length));
	}
}

/** Spaces that weigh a thousandth of what they unpack to, by how many they are. */
const paddings = new Map<number, Buffer>();

/** Two gzip members, which unpack to one text: the content, and so many spaces behind it. */
function gzipBomb(bytes: Buffer, spaces: number): Buffer {
	const padding = paddings.get(spaces) ?? gzipSync(Buffer.alloc(spaces, ' '));
	paddings.set(spaces, padding);
	return Buffer.concat([gzipSync(bytes), padding]);
}

const CAPITAL_A = 0x410;
const SMALL_YA = 0x44f;

/** The letters of the Russian alphabet that lie apart from the others. */
const APART: Readonly<Record<string, number>> = { Ё: 0xa8, ё: 0xb8, '№': 0xb9, '«': 0xab, '»': 0xbb };

/** The bytes of a text in windows-1251; what it cannot say becomes a question mark. */
export function windows1251(text: string): Buffer {
	const bytes = Buffer.alloc(text.length);
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code < 0x80) bytes[index] = code;
		else if (code >= CAPITAL_A && code <= SMALL_YA) bytes[index] = 0xc0 + code - CAPITAL_A;
		else bytes[index] = APART[text[index]!] ?? 0x3f;
	}
	return bytes;
}

const PIECES = 16;

/** Time for what was written to reach the other side: a reset throws away what it has not read yet. */
const FLUSH_MS = 10;

/** Sends a body badly. The head is written already, with the true Content-Length. */
export async function deliver(
	bytes: Buffer,
	response: ServerResponse,
	fault: DeliveryFault,
	closing: AbortSignal,
): Promise<void> {
	if (fault.kind === 'reset-mid-body') {
		const after = Math.min(fault.after ?? Math.floor(bytes.length / 2), bytes.length - 1);
		response.write(bytes.subarray(0, after));
		await sleep(FLUSH_MS, undefined, { signal: closing });
		response.socket?.resetAndDestroy();
		return;
	}
	if (fault.kind === 'stall-mid-body') {
		response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
		// The client may wait as long as it likes; closing the sandbox ends it.
		return;
	}
	const size = Math.ceil(bytes.length / PIECES);
	for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
		await sleep(fault.ms, undefined, { signal: closing });
		response.write(bytes.subarray(start, start + size));
	}
	response.end();
}
