import { ResponseInvalidError } from '../errors';

export type XmlCharset = 'utf-8' | 'windows-1251';

/** Not only the registered names: the platform that answers in XML writes "CP-1251" itself. */
const CHARSETS = new Map<string, XmlCharset>([
	['utf-8', 'utf-8'],
	['utf8', 'utf-8'],
	['windows-1251', 'windows-1251'],
	['cp1251', 'windows-1251'],
	['cp-1251', 'windows-1251'],
]);

const HEADER_CHARSET = /;\s*charset\s*=\s*["']?([^\s"';]+)/i;
const DECLARATION_START = '<?xml';
const DECLARED_ENCODING = /\sencoding\s*=\s*["']([^"']*)/;
const MAX_DECLARATION_BYTES = 1024;

/**
 * The charset of an XML document by its byte order mark, else the content type, else the XML declaration, else UTF-8
 * (RFC 7303, section 3, in this order).
 *
 * @param head the first bytes
 * @returns undefined when more bytes are needed to tell
 * @throws ResponseInvalidError when it is neither UTF-8 nor windows-1251
 */
export function xmlCharset(head: Buffer, contentType: string | undefined): XmlCharset | undefined {
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
	const charset = CHARSETS.get(name.toLowerCase());
	if (charset !== undefined) return charset;
	throw new ResponseInvalidError(
		`The answer is in the charset "${name.slice(0, 40)}"; only UTF-8 and windows-1251 can be read.`,
	);
}
