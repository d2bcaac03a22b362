import { Unreadable } from './decoder';

export type Xml = string | Xml[] | { [name: string]: Xml };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const TOKEN =
	/<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^]*?\?>|<\/([^ \t\n>]+)[ \t\n]*>|<([^ \t\n/>!?]+)(?:[ \t\n]+[^ \t\n=>]+[ \t\n]*=[ \t\n]*(?:"[^"]*"|'[^']*'))*[ \t\n]*(\/?)>|([^<]+)/y;

function unescaped(text: string): string {
	return text.replace(
		/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
		(_all, hex?: string, decimal?: string, name = '') => {
			if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
			if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
			const character = ENTITIES[String(name)];
			if (character === undefined) throw new Unreadable('an entity of its own');
			return character;
		},
	);
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
