import { SaxesParser } from 'saxes';

import { ResponseInvalidError } from '../errors';
import { defineMarks, FORBIDDEN, SpoiltText, unmarked } from './xml-spoilt';

/**
 * Makes the value of an element out of the elements in it, each under its name: text as it stands there ('' for an
 * empty element), or what was made of its own elements. So every platform decides what its elements are.
 *
 * @param spoilt names of those whose text holds what XML does not allow; it stands there as it was sent
 */
export type XmlElement<Value> = (
	children: ReadonlyMap<string, string | Value>,
	spoilt: readonly string[],
) => Value;

const MAX_DEPTH = 32;
const MAX_ELEMENTS = 500_000;
const MAX_ATTRIBUTES = 100;
/** Characters of one value, name, comment or whatever else a parser must see the end of. */
const MAX_TOKEN = 2 * 1024 * 1024;

/** In a value it ends nothing, and harms nothing. */
const END_OF_CDATA = '"]]>"';

const EVENTS = ['opentagstart', 'attribute', 'closetag', 'text', 'cdata'] as const;

interface OpenElement<Value> {
	readonly name: string;
	text: string;
	children: Map<string, string | Value> | undefined;
	isSpoilt: boolean;
	/** Names of such children. */
	readonly spoilt: string[];
}

/**
 * Builds the value of an XML document while its text arrives. Attributes, comments and processing instructions mean
 * nothing. The five entities of XML and character references are all there are; of others, and of characters that XML
 * forbids, the text stays as it was sent.
 */
export class XmlTree<Value> {
	/** Value of the root element once its end tag came; what follows that is not looked at. */
	root: string | Value | undefined;

	private readonly parser = new SaxesParser({ position: false });
	private readonly text = new SpoiltText();
	private readonly open: OpenElement<Value>[] = [];
	private elements = 0;
	private attributes = 0;
	/** Characters since the parser last completed anything. */
	private pendingLength = 0;
	private rootEnd = 0;

	constructor(private readonly element: XmlElement<Value>) {
		const { parser } = this;
		defineMarks(parser.ENTITIES, () => {
			this.spoil();
		});
		// No more handlers than needed: with eight V8 makes the parser a hash table, which is several times slower.
		parser.on('opentagstart', ({ name }) => {
			this.enter(name);
		});
		parser.on('attribute', () => {
			this.pendingLength = 0;
			// What is odd in an attribute, which means nothing, spoils no value.
			const element = this.open.at(-1);
			if (element !== undefined) element.isSpoilt = false;
			if (++this.attributes > MAX_ATTRIBUTES)
				this.refuse(`an element with over ${MAX_ATTRIBUTES} attributes`);
		});
		parser.on('text', (text) => {
			this.append(text);
		});
		parser.on('cdata', (text) => {
			const sent = unmarked(text);
			if (sent !== text && FORBIDDEN.test(sent)) this.spoil();
			this.append(sent);
		});
		parser.on('closetag', () => {
			this.leave();
		});
		parser.on('error', ({ message }) => {
			if (message.includes(END_OF_CDATA)) {
				this.spoil();
				return;
			}
			// A wrong end tag closes the root first and is an error then, at the same place.
			if (this.root !== undefined && parser.position > this.rootEnd) return;
			throw new ResponseInvalidError(
				`The answer is no well-formed XML (line ${parser.line}, column ${parser.columnIndex}).`,
			);
		});
	}

	/**
	 * Takes the next piece of the text. The bounds are looked at once a piece, so it should not be longer than 64 KB.
	 *
	 * @throws ResponseInvalidError when the XML is not well-formed, is beyond a bound, or has what would get lost: the
	 *   same name twice in one element, or text beside elements
	 */
	write(text: string): void {
		this.pendingLength += text.length;
		this.parser.write(this.text.marked(text));
		if (this.pendingLength > MAX_TOKEN) this.refuse(`a value of over ${MAX_TOKEN} characters`);
	}

	private enter(name: string): void {
		this.pendingLength = 0;
		if (this.open.length >= MAX_DEPTH) this.refuse(`elements nested more than ${MAX_DEPTH} deep`);
		if (++this.elements > MAX_ELEMENTS) this.refuse(`over ${MAX_ELEMENTS} elements`);
		if (this.open.at(-1)?.children?.has(name)) this.refuse(`the same name twice in one element`);
		this.attributes = 0;
		this.open.push({ name, text: '', children: undefined, isSpoilt: false, spoilt: [] });
	}

	private append(text: string): void {
		this.pendingLength = 0;
		const element = this.open.at(-1);
		if (element === undefined) return;
		element.text += text;
		if (element.text.length > MAX_TOKEN) this.refuse(`a value of over ${MAX_TOKEN} characters`);
	}

	private leave(): void {
		this.pendingLength = 0;
		const element = this.open.pop();
		if (element === undefined) return;
		const value = this.valueOf(element);
		const parent = this.open.at(-1);
		if (parent === undefined) {
			this.root = value;
			this.rootEnd = this.parser.position;
			for (const event of EVENTS) this.parser.off(event);
			return;
		}
		parent.children ??= new Map();
		parent.children.set(element.name, value);
		if (element.isSpoilt) parent.spoilt.push(element.name);
	}

	private valueOf({ text, children, spoilt }: OpenElement<Value>): string | Value {
		if (children === undefined) return text;
		if (!isBlank(text)) this.refuse('text beside elements');
		return this.element(children, spoilt);
	}

	private spoil(): void {
		const element = this.open.at(-1);
		if (element !== undefined) element.isSpoilt = true;
	}

	private refuse(what: string): never {
		throw new ResponseInvalidError(`The answer is XML with ${what} (line ${this.parser.line}).`);
	}
}

/** True for nothing but what XML calls white space. */
function isBlank(text: string): boolean {
	return !/[^ \t\r\n]/.test(text);
}
