import type { AdfoxValue } from '../objects/collection';

/** Markup goes as CDATA, other text with entities; '' is an empty element (sheet, 3.2). */
export function element(name: string, value: AdfoxValue): string {
	const content = contentOf(value);
	return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function contentOf(value: AdfoxValue): string {
	if (typeof value === 'string') return escaped(value);
	if (isList(value)) return value.map((entry, index) => element(`row${index}`, entry)).join('');
	return Object.entries(value)
		.map(([name, inner]) => element(name, inner))
		.join('');
}

function isList(value: AdfoxValue): value is readonly AdfoxValue[] {
	return Array.isArray(value);
}

function escaped(text: string): string {
	if (/<\/?[a-zA-Z]/.test(text)) return cdata(text);
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** The end mark cannot stand inside, so it is split over two sections. */
export function cdata(text: string): string {
	return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
