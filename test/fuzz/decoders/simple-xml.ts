import { Unreadable } from './decoder';

export type Xml = string | Xml[] | { [name: string]: Xml };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const TOKEN =
	/<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^]*?\?>|<\/([^ \t\n>]+)[ \t\n]*>|<([^ \t\n/>!?]+)(?:[ \t\n]+[^ \t\n=>]+[ \t\n]*=[ \t\n]*(?:"[^"]*"|'[^']*'))*[ \t\n]*(\/?)>|([^<]+)/y;

function unescaped(text: string): string {
	return text.replace(
		/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g,
		(sent, hex?: string, decimal?: string, name = '') => {
			if (hex !== undefined) return characterOf(parseInt(hex, 16)) ?? sent;
			if (decimal !== undefined) return characterOf(Number(decimal)) ?? sent;
			return Object.hasOwn(ENTITIES, String(name)) ? ENTITIES[String(name)]! : sent;
		},
	);
}

/** Undefined for one that XML does not have. */
function characterOf(code: number): string | undefined {
	if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
	const character = String.fromCodePoint(code);

	return /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(character) ? undefined : character;
}

interface Element {
	readonly name: string;
	text: string;
	readonly children: [string, Xml][];
}

/** The value of the root element, by one pattern; text of a document that somebody else found to be well-formed. */
export function simpleXml(document: string): Xml {
	const text = document.replace(/^[\s\uFEFF]+/, '').replace(/\r\n?/g, '\n');
	const open: Element[] = [];
	TOKEN.lastIndex = 0;
	for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
		const [, cdata, closed, opened, selfClosing, plain] = found;
		const top = open.at(-1);
		if (cdata !== undefined && top !== undefined) top.text += cdata;
		if (plain !== undefined && top !== undefined) top.text += unescaped(plain);
		if (opened !== undefined) open.push({ name: opened, text: '', children: [] });
		if (closed === undefined && selfClosing !== '/') continue;
		const element = open.pop();
		if (element === undefined || (closed !== undefined && closed !== element.name))
			throw new Unreadable('a wrong end tag');
		const parent = open.at(-1);
		if (parent === undefined) return valueOf(element);
		parent.children.push([element.name, valueOf(element)]);
	}
	throw new Unreadable('no end');
}

function valueOf({ text, children }: Element): Xml {
	if (children.length === 0) return text;
	if (/[^ \t\n]/.test(text)) throw new Unreadable('text beside elements');
	if (new Set(children.map(([name]) => name)).size < children.length) throw new Unreadable('a name twice');
	if (!children.every(([name]) => /^row\d+$/.test(name))) return Object.fromEntries(children);
	const number = (name: string) => Number(name.slice(3));
	return children.sort(([a], [b]) => number(a) - number(b)).map(([, value]) => value);
}
