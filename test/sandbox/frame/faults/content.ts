import { gzipSync } from 'node:zlib';

import type { Answer } from '../answer';

import type { ContentFault } from './fault';

const PADDING = Buffer.alloc(65_536, ' ');

/** The bytes of an answer, spoilt. An iterable is sent without Content-Length. */
export function spoil(answer: Answer, fault: ContentFault): Buffer | Iterable<Buffer> {
	const whole = typeof answer.body === 'string' ? answer.body : [...answer.body].join('');
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
