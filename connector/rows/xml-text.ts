import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

import { ResponseInvalidError } from '../errors';
import { asBuffer, utf8Text } from './bytes';

type XmlCharset = 'utf-8' | 'windows-1251';

const HEADER_CHARSET = /;\s*charset\s*=\s*["']?([^\s"';]+)/i;
const DECLARATION_START = '<?xml';
const DECLARED_ENCODING = /\sencoding\s*=\s*["']([^"']*)/;
const MAX_DECLARATION_BYTES = 1024;

/** Decodes the bytes of an XML document strictly and in pieces that may cut characters. */
export class XmlTextDecoder {
	/**
	 * Set as soon as bytes came that the charset does not have; nothing is decoded from there on. Not thrown at once:
	 * the text in front of them may complete the document, and what follows a document does not matter.
	 */
	failure: ResponseInvalidError | undefined;

	private charset: XmlCharset | undefined;
	/** Bytes that cannot be decoded yet: the head before its charset is known, then the beginning of a character. */
	private pending: Buffer = Buffer.alloc(0);
	private windows1251: TextDecoder | undefined;

	/** @param contentType the header of the answer */
	constructor(private readonly contentType?: string) {}

	/**
	 * @returns the text that is complete so far; a byte order mark stays in it
	 * @throws ResponseInvalidError when the document is in a charset that cannot be read
	 */
	decode(bytes: Uint8Array): string {
		const all = this.pending.length > 0 ? Buffer.concat([this.pending, bytes]) : asBuffer(bytes);
		this.pending = Buffer.alloc(0);
		this.charset ??= xmlCharset(all, this.contentType);
		if (this.charset === 'utf-8') return this.decodeUtf8(all);
		if (this.charset === 'windows-1251') {
			this.windows1251 ??= new TextDecoder('windows-1251', { fatal: true });
			return this.windows1251.decode(all);
		}
		this.pending = all;
		return '';
	}

	/** The text of a document so short that its charset never became clear. */
	end(): string {
		return this.charset === undefined ? this.decodeUtf8(this.pending) : '';
	}

	private decodeUtf8(bytes: Buffer): string {
		const whole = bytes.subarray(0, wholeCharacters(bytes));
		const text = utf8Text(whole);
		if (text !== undefined) {
			this.pending = bytes.subarray(whole.length);
			return text;
		}
		this.failure = new ResponseInvalidError('The answer is not UTF-8 text.');
		return bytes.toString('utf8', 0, validUtf8(bytes));
	}
}

/**
 * The charset of an XML document by its byte order mark, else the content type, else the XML declaration, else UTF-8
 * (RFC 7303, section 3, in this order).
 *
 * @param head the first bytes
 * @returns undefined when more bytes are needed to tell
 * @throws ResponseInvalidError when it is neither UTF-8 nor windows-1251
 */
function xmlCharset(head: Buffer, contentType: string | undefined): XmlCharset | undefined {
	if (head.length < 3) return undefined;
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
	const named = HEADER_CHARSET.exec(contentType ?? '')?.[1];
	if (named !== undefined) return charsetOf(named);

	const text = head.toString('latin1', 0, MAX_DECLARATION_BYTES).trimStart();
	const declarationEnd = text.indexOf('?>');
	const begins = text.startsWith(DECLARATION_START.slice(0, text.length));
	if (begins && declarationEnd < 0 && head.length < MAX_DECLARATION_BYTES) return undefined;
	const declared = begins ? DECLARED_ENCODING.exec(text.slice(0, declarationEnd))?.[1] : undefined;
	return declared === undefined ? 'utf-8' : charsetOf(declared);
}

function charsetOf(name: string): XmlCharset {
	if (/^utf-?8$/i.test(name)) return 'utf-8';
	// "CP-1251" is no registered name, but written.
	if (/^(windows-|cp-?)1251$/i.test(name)) return 'windows-1251';
	throw new ResponseInvalidError(
		`The answer is in the charset "${name.slice(0, 40)}"; only UTF-8 and windows-1251 can be read.`,
	);
}

/** Length of the bytes without a character that they break off inside of. */
function wholeCharacters(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) break;
		if (byte < 0xc0) continue;
		const characterLength = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
		return characterLength > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

/** Length of the longest beginning that is UTF-8 and cuts no character. */
function validUtf8(bytes: Buffer): number {
	const lengthOfWhole = (length: number) => wholeCharacters(bytes.subarray(0, length));
	let valid = 0;
	let invalid = bytes.length + 1;
	while (invalid - valid > 1) {
		const middle = (valid + invalid) >>> 1;
		if (isUtf8(bytes.subarray(0, lengthOfWhole(middle)))) valid = middle;
		else invalid = middle;
	}
	return lengthOfWhole(valid);
}
