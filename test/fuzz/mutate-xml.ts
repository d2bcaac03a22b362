import type { Random } from './random';

const TEXTS = [
	'', '0', '1', '-1', '-10', '2', ' ', 'NaN', 'x &lt; y', '&#1071;', '<![CDATA[]]>', '<a/>', '<!-- c -->',
]; // prettier-ignore
const NAMES = 'row0 row1 row00 row2 rows data status code error result total_rows x'.split(' ');

/** Elements of a document: from the start tag to the end tag, empty ones as a whole. */
function elementsIn(document: string): { from: number; to: number; open: string; inner: string }[] {
	const opened: { from: number; tag: string }[] = [];
	const elements: { from: number; to: number; open: string; inner: string }[] = [];
	for (const { 0: tag, index } of document.matchAll(/<\/?[\w-]+\/?>/g)) {
		const to = index + tag.length;
		if (tag.endsWith('/>')) elements.push({ from: index, to, open: tag.slice(1, -2), inner: '' });
		else if (!tag.startsWith('</')) opened.push({ from: index, tag });
		else {
			const start = opened.pop();
			if (start === undefined) continue;
			const inner = document.slice(start.from + start.tag.length, index);
			elements.push({ from: start.from, to, open: start.tag.slice(1, -1), inner });
		}
	}
	return elements;
}

function mutateOnce(document: string, random: Random): string {
	const elements = elementsIn(document);
	if (elements.length === 0) return document;
	const { from, to, open, inner } = random.pick(elements);
	const replaced = (text: string) => document.slice(0, from) + text + document.slice(to);
	const whole = document.slice(from, to);
	const renamed = random.pick(NAMES);
	switch (random.below(6)) {
		case 0:
			return replaced('');
		case 1:
			return replaced(whole + whole);
		case 2:
			return replaced(`<${renamed}>${inner}</${renamed}>`);
		case 3:
			return replaced(whole + `<${renamed}>${inner}</${renamed}>`);
		case 4: {
			const other = random.pick(elements);
			return replaced(document.slice(other.from, other.to));
		}
		default:
			return replaced(`<${open}>${random.pick(TEXTS)}</${open}>`);
	}
}

/** A well-formed document in which one or two elements are another thing than they should be. */
export function mutateXml(document: string, random: Random): string {
	const once = mutateOnce(document, random);
	return random.chance(0.4) ? mutateOnce(once, random) : once;
}
