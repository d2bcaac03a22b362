import type { Answer } from '../answer';

import type { ContentFault } from './fault';
import { windows1251 } from './windows-1251';

const PADDING = Buffer.alloc(65_536, ' ');

/** The bytes of an answer, spoilt. An iterable is sent without Content-Length. */
export function spoil(answer: Answer, fault: ContentFault): Buffer | Iterable<Buffer> {
	const whole = typeof answer.body === 'string' ? answer.body : [...answer.body].join('');
	switch (fault.kind) {
		case 'wrong-charset':
			return windows1251(whole);
		case 'truncate': {
			const bytes = Buffer.from(whole);
			return bytes.subarray(0, Math.floor(bytes.length / 2));
		}
		case 'oversized':
			return padded(Buffer.from(whole), fault.bytes);
	}
}

function* padded(bytes: Buffer, size: number): Generator<Buffer, void> {
	yield bytes;
	for (let left = size - bytes.length; left > 0; left -= PADDING.length) {
		yield PADDING.subarray(0, Math.min(left, PADDING.length));
	}
}
