import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { readXml } from '../../../connector/rows';
import { arbitraryChunks, cut, Source } from './chunks';
import { readingBy } from './xml-reading';

interface Element {
	readonly children: ReadonlyMap<string, unknown>;
	readonly spoilt: readonly string[];
}

const { read } = readingBy((chunks, options) =>
	readXml<Element>(chunks, (children, spoilt) => ({ children, spoilt }), options),
);

const valueIn = async (xml: string) => {
	const root = await read(`<r><a>${xml}</a><b>&lt;</b></r>`);
	if (typeof root === 'string') throw new Error('no element');
	const { children, spoilt } = root;
	expect(children.get('b')).toBe('<');
	return { value: children.get('a'), isSpoilt: spoilt.includes('a') };
};

describe('readXml and values with what XML does not allow', () => {
	it.each([
		['an unknown entity', 'x &secret; y'],
		['an entity of HTML', 'a&nbsp;b'],
		['a property of objects as entity', '&constructor;'],
		['a reference without a name', '&;'],
		['a reference to no character', '&#0;'],
		['a reference to a control character', 'a&#1;&#x1F;b'],
		['half a surrogate pair', '&#xD83D;'],
		['a reference beyond Unicode', '&#x110000;'],
		['a reference without an end', '&#65'],
		['a reference that is too long to be one', `&#${'0'.repeat(20)}65;`],
		['a capital X in a reference', '&#X41;'],
		['a control character', 'a\x01\x1fb'],
		['no characters of Unicode', '\ufffe\uffff'],
		['bare ampersands', 'b & c && d&'],
		['an ampersand in front of markup', 'AT&T'],
		['the name of one of our own entities', '&\uE00026;'],
		['the end of a CDATA section', 'a ]]> b'],
	])('keeps %s as it was sent, and says so', async (_name, sent) => {
		expect(await valueIn(sent)).toEqual({ value: sent, isSpoilt: true });
	});

	it.each([
		['references that are good', '&lt;&amp;&#65;&#x41;&#9;', '<&AA\t'],
		['a CDATA section with an ampersand', '<![CDATA[a & b &nbsp; &\uE00026;]]>', 'a & b &nbsp; &\uE00026;'],
		['a comment', '<!-- & \x01 -->c', 'c'],
		['an instruction', '<?x & ?>c', 'c'],
	])('takes nothing for spoilt in %s', async (_name, sent, value) => {
		expect(await valueIn(sent)).toEqual({ value, isSpoilt: false });
	});

	it('says so of a control character in a CDATA section', async () => {
		expect(await valueIn('<![CDATA[a\x02&]]>')).toEqual({ value: 'a\x02&', isSpoilt: true });
	});

	it('does not mind what is odd in an attribute', async () => {
		const root = await read('<r><a b="&x; & \x01" c="&#1;">d</a></r>');
		expect(root).toEqual({ children: new Map([['a', 'd']]), spoilt: [] });
	});

	it('keeps them wherever the document is cut', async () => {
		const bytes = Buffer.from('<r><a>&#1;&nbsp;&am & \x01&amp;&#x41;</a></r>');
		for (let at = 1; at < bytes.length; at++) {
			const root = await readXml<Element>(new Source(cut(bytes, [at])), (children, spoilt) => ({
				children,
				spoilt,
			}));
			expect(root).toEqual({ children: new Map([['a', '&#1;&nbsp;&am & \x01&A']]), spoilt: ['a'] });
		}
	});

	it('gives back any text that is written without escaping, but for good references', async () => {
		const unit = fc.constantFrom(...Array.from('&#x;1aF \x01\x0b\uE000\uFFFFЖ'), '&nbsp', '&#', '&#x');
		const good = /&(?:lt|gt|amp|apos|quot|#\d+|#x[\da-fA-F]+);/;
		await fc.assert(
			fc.asyncProperty(
				fc
					.string({ unit, minLength: 1, maxLength: 30 })
					.filter((text) => !good.test(text))
					.chain((text) =>
						fc.record({
							text: fc.constant(text),
							chunks: arbitraryChunks(Buffer.from(`<r><a>${text}</a><b>c</b></r>`)),
						}),
					),
				async ({ text, chunks }) => {
					const root = await readXml(new Source(chunks), Object.fromEntries);
					expect(root).toEqual({ a: text, b: 'c' });
				},
			),
			{ numRuns: 500 },
		);
	});
});
