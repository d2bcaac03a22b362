import { ResponseInvalidError } from '../errors';
import { boundedLength } from './bytes';
import { XmlTextDecoder } from './xml-text';
import { XmlTree, type XmlElement } from './xml-tree';

/** What a text turns out to be before its first element: `incomplete` when more of it is needed to tell. */
type XmlProlog = 'incomplete' | 'xml' | 'doctype' | 'html' | 'json' | 'other';

const MAX_PROLOG = 8 * 1024;
/** Enough to tell `<!DOCTYPE html` from others. */
const DOCTYPE_LENGTH = 16;

const PIECE_BYTES = 64 * 1024;

/** Comments, processing instructions and white space. */
const NO_ELEMENTS = /^(?:[ \t\r\n]|<!--[^]*?-->|<\?[^]*?\?>)*/;

const NO_XML: Record<Exclude<XmlProlog, 'xml'>, string> = {
	incomplete: 'is no XML',
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
	const decoder = new XmlTextDecoder(contentType);
	const tree = new XmlTree(element);
	/** What came until it was clear that XML without a DTD follows. */
	let prolog: string | undefined = '';

	function take(text: string): void {
		if (prolog === undefined) tree.write(text);
		else {
			// White space in front of an XML declaration is not well-formed, but harmless. Takes the byte order mark as well.
			prolog = (prolog + text).trimStart();
			if (prolog !== '' && isXml(prolog)) {
				tree.write(prolog);
				prolog = undefined;
			}
		}
		if (tree.root === undefined && decoder.failure !== undefined) throw decoder.failure;
	}

	let bytes = 0;
	for await (const chunk of chunks) {
		bytes = boundedLength(bytes, chunk, maxBytes);
		for (let start = 0; start < chunk.length && tree.root === undefined; start += PIECE_BYTES)
			take(decoder.decode(chunk.subarray(start, start + PIECE_BYTES)));
	}
	if (tree.root === undefined) take(decoder.end());
	if (tree.root !== undefined) return tree.root;
	throw new ResponseInvalidError(
		prolog === '' ? 'The answer is empty.' : `The answer breaks off after ${bytes} bytes.`,
	);
}

/**
 * Looks at the beginning of a document, so that whatever is no XML, or has a document type declaration (and with it
 * entities of its own), never reaches the parser. A prolog of more than 8,192 characters counts as no XML.
 *
 * @param text the beginning, without white space in front
 * @returns false when more of it is needed to tell
 * @throws ResponseInvalidError when no XML follows
 */
function isXml(text: string): boolean {
	// Always the same part, so that the answer does not depend on how the text was cut.
	const rest = text.slice(0, MAX_PROLOG).replace(NO_ELEMENTS, '');
	const kind = kindOf(rest);
	if (kind === 'incomplete' && text.length < MAX_PROLOG) return false;
	if (kind === 'xml') return true;
	throw new ResponseInvalidError(`The answer ${NO_XML[kind]}.`);
}

function kindOf(rest: string): XmlProlog {
	if ('<!--'.startsWith(rest) || /^<(\?|!--)/.test(rest)) return 'incomplete';
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
