import { ResponseInvalidError } from '../errors';
import { bounded } from './bounded';
import { XmlTextDecoder } from './xml-text';
import { XmlTree, type XmlElement } from './xml-tree';

/** What a text turns out to be before its first element: `incomplete` when more of it is needed to tell. */
type XmlProlog = 'incomplete' | 'xml' | 'doctype' | 'html' | 'json' | 'other';

const MAX_PROLOG = 8 * 1024;
/** Enough to tell `<!DOCTYPE html` from others. */
const DOCTYPE_LENGTH = 16;

const PIECE_BYTES = 64 * 1024;

const NO_XML: Record<Exclude<XmlProlog, 'incomplete' | 'xml'>, string> = {
	doctype: 'is XML with a document type declaration, which is refused',
	html: 'is an HTML page instead of XML',
	json: 'is JSON instead of XML',
	other: 'is no XML',
};

/**
 * Reads an XML document while it arrives. What follows its root element is read, so that the connection can serve
 * again, but not looked at. The memory is bounded by `maxBytes` and by bounds on depth, elements, attributes and single
 * values.
 *
 * @param chunks the body, decompressed, in chunks of any size
 * @param element makes the values of elements with elements in them
 * @param options `contentType`: the header, whose charset goes before that of the XML declaration. `maxBytes`: 64 MB if
 *   not given
 * @returns the value of the root element
 * @throws ResponseInvalidError when the body is too long (`splittable`), breaks off, is no XML or XML that is refused;
 *   the message says what came instead, never its content
 */
export async function readXml<Value>(
	chunks: AsyncIterable<Uint8Array>,
	element: XmlElement<Value>,
	{ contentType, maxBytes }: { contentType?: string; maxBytes?: number } = {},
): Promise<string | Value> {
	const document = new XmlDocument(element, contentType);
	let bytes = 0;
	for await (const chunk of bounded(chunks, maxBytes)) {
		bytes += chunk.length;
		for (let start = 0; start < chunk.length && document.root === undefined; start += PIECE_BYTES) {
			document.write(chunk.subarray(start, start + PIECE_BYTES));
		}
	}
	document.end();
	if (document.root !== undefined) return document.root;
	throw new ResponseInvalidError(
		document.blank ? 'The answer is empty.' : `The answer breaks off after ${bytes} bytes.`,
	);
}

/** From bytes to the tree; the prolog is held back until it is clear that XML without a DTD follows. */
class XmlDocument<Value> {
	private readonly decoder: XmlTextDecoder;
	private readonly tree: XmlTree<Value>;
	private prolog: string | undefined = '';

	constructor(element: XmlElement<Value>, contentType: string | undefined) {
		this.decoder = new XmlTextDecoder(contentType);
		this.tree = new XmlTree(element);
	}

	get root(): string | Value | undefined {
		return this.tree.root;
	}

	/** True as long as there was nothing but white space. */
	get blank(): boolean {
		return this.prolog === '';
	}

	write(bytes: Uint8Array): void {
		this.take(this.decoder.decode(bytes));
	}

	end(): void {
		if (this.root === undefined) this.take(this.decoder.end());
	}

	private take(text: string): void {
		if (this.prolog === undefined) this.tree.write(text);
		else this.takeProlog(this.prolog + text);
		if (this.root === undefined && this.decoder.failure !== undefined) throw this.decoder.failure;
	}

	private takeProlog(text: string): void {
		// White space in front of an XML declaration is not well-formed, but harmless. Takes the byte order mark as well.
		this.prolog = text.trimStart();
		if (this.blank) return;
		const kind = xmlProlog(this.prolog);
		if (kind === 'incomplete') return;
		if (kind !== 'xml') throw new ResponseInvalidError(`The answer ${NO_XML[kind]}.`);
		this.tree.write(this.prolog);
		this.prolog = undefined;
	}
}

/**
 * Looks at the beginning of a document, so that whatever is no XML, or has a document type declaration (and with it
 * entities of its own), never reaches the parser. A prolog of more than 8,192 characters counts as no XML.
 *
 * @param text the beginning, without white space in front
 */
function xmlProlog(text: string): XmlProlog {
	// Always the same part, so that the answer does not depend on how the text was cut.
	const prolog = text.slice(0, MAX_PROLOG);
	const end = prologEnd(prolog);
	const kind = end < 0 ? 'incomplete' : kindOf(prolog.slice(end));
	return kind === 'incomplete' && text.length >= MAX_PROLOG ? 'other' : kind;
}

/** Offset of the first thing that is no comment, processing instruction or white space; -1 when one is not closed. */
function prologEnd(text: string): number {
	let offset = 0;
	for (;;) {
		const comment = text.startsWith('<!--', offset);
		if (comment || text.startsWith('<?', offset)) {
			const end = comment ? text.indexOf('-->', offset + 4) : text.indexOf('?>', offset + 2);
			if (end < 0) return -1;
			offset = end + (comment ? 3 : 2);
		} else if (/[ \t\r\n]/.test(text.charAt(offset))) {
			offset++;
		} else {
			return offset;
		}
	}
}

function kindOf(rest: string): XmlProlog {
	if ('<!--'.startsWith(rest)) return 'incomplete';
	if (rest.startsWith('<!')) {
		if (rest.length < DOCTYPE_LENGTH && !rest.includes('>')) return 'incomplete';
		if (/^<!doctype\s+html\b/i.test(rest)) return 'html';
		return /^<!doctype\b/i.test(rest) ? 'doctype' : 'other';
	}
	if (/^[[{]/.test(rest)) return 'json';
	if (!/^<[^\s/<>!?=]/.test(rest)) return 'other';
	const name = /^<([^\s/>]+)[\s/>]/.exec(rest)?.[1];
	if (name === undefined) return 'incomplete';
	return name.toLowerCase() === 'html' ? 'html' : 'xml';
}
