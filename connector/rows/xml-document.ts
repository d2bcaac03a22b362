import { ResponseInvalidError } from '../errors';
import { xmlProlog, type XmlProlog } from './xml-prolog';
import { XmlTextDecoder } from './xml-text-decoder';
import { XmlTree, type XmlValue } from './xml-tree';

const PIECE_BYTES = 64 * 1024;

const NO_XML: Record<Exclude<XmlProlog, 'incomplete' | 'xml'>, string> = {
	doctype: 'is XML with a document type declaration, which is refused',
	html: 'is an HTML page instead of XML',
	json: 'is JSON instead of XML',
	other: 'is no XML',
};

/**
 * Reads an XML document while it arrives. What follows its root element is read, so that the connection can serve
 * again, but not looked at.
 *
 * @param chunks the body, decompressed, in chunks of any size
 * @returns the value of the root element
 * @throws ResponseInvalidError when the body is too long (`splittable`), breaks off, is no XML or XML that is refused;
 *   the message says what came instead, never its content
 */
export async function readXmlDocument(
	chunks: AsyncIterable<Uint8Array>,
	options: { contentType?: string; maxBytes: number },
): Promise<XmlValue> {
	const document = new XmlDocument(options.contentType);
	let bytes = 0;
	for await (const chunk of chunks) {
		bytes += chunk.length;
		if (bytes > options.maxBytes) {
			throw new ResponseInvalidError(`The answer is longer than ${options.maxBytes} bytes.`, {
				splittable: true,
			});
		}
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
class XmlDocument {
	private readonly decoder: XmlTextDecoder;
	private readonly tree = new XmlTree();
	private prolog: string | undefined = '';

	constructor(contentType: string | undefined) {
		this.decoder = new XmlTextDecoder(contentType);
	}

	get root(): XmlValue | undefined {
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
