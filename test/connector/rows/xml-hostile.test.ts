import { describe, expect, it, jest } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import { readXml } from '../../../connector/rows';
import { Source } from './chunks';

const CHUNK_BYTES = 64 * 1024;
const MEGABYTE = 1024 * 1024;

/** The same chunk for ever: only a reader that has a bound comes to an end. */
function* endless(start: string, repeated: string): Generator<Uint8Array, never> {
	yield Buffer.from(start);
	const chunk = Buffer.from(repeated.repeat(Math.ceil(CHUNK_BYTES / repeated.length)));
	for (;;) yield chunk;
}

async function refuse(chunks: Iterable<Uint8Array>, maxBytes?: number) {
	const source = new Source(chunks);
	const error: unknown = await readXml(source, Object.fromEntries, { maxBytes }).catch(
		(caught: unknown) => caught,
	);
	expect(error).toBeInstanceOf(ResponseInvalidError);
	expect(source.closed).toBe(true);
	return { message: (error as Error).message, error, chunks: source.delivered };
}

const ROWS = '<response><status><code>0</code></status><result><data>';
const TOO_LONG = 'The answer is XML with a value of over 2097152 characters (line 1).';
/** Chunks of 64 KB in 2 MB, the one in front of them and those that go beyond. */
const CHUNKS_OF_A_VALUE = (2 * MEGABYTE) / CHUNK_BYTES + 3;

describe('readXml against hostile documents', () => {
	it.each([
		[
			'billion laughs',
			'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><response>&b;</response>',
		],
		['an external entity', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'],
		['an external DTD', '<!-- --> <?pi?><!DOCTYPE response SYSTEM "http://127.0.0.1/a.dtd"><response/>'],
		['a DTD behind a comment that looks closed', '<!--><a --><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
	])('refuses %s by its document type declaration', async (_name, xml) => {
		expect(await refuse([Buffer.from(xml)])).toMatchObject({
			message: 'The answer is XML with a document type declaration, which is refused.',
		});
	});

	it('does not wait for the end of a document type declaration', async () => {
		expect(await refuse(endless('<!DOCTYPE response [', '<!ENTITY a "b">'))).toMatchObject({ chunks: 1 });
	});

	it('knows no document type declaration inside of the document either', async () => {
		const { message } = await refuse([Buffer.from('<a><!DOCTYPE a [<!ENTITY b "c">]>&b;</a>')]);
		expect(message).toMatch('no well-formed XML');
	});

	it.each([
		['nested elements', '<response>', '<a>', 2, 'elements nested more than 32 deep'],
		['attributes', '<a', ' a="1"', 2, 'an element with over 100 attributes'],
		['a prolog', '<!-- -->', '<!-- -->', 2, 'The answer is no XML.'],
		['a comment in front', '<!--', 'a', 2, 'The answer is no XML.'],
		['white space in front of a name', '<?xml version="1.0" ', ' ', 2, 'The answer is no XML.'],
		['one name', `${ROWS}<`, 'a', CHUNKS_OF_A_VALUE, TOO_LONG],
		['one text', `${ROWS}<row0><a>`, 'text ', CHUNKS_OF_A_VALUE, TOO_LONG],
		['one text of references', `${ROWS}<row0><a>`, '&#1046;', CHUNKS_OF_A_VALUE, TOO_LONG],
		['one reference', `${ROWS}<row0><a>&`, 'a', CHUNKS_OF_A_VALUE, TOO_LONG],
		['one CDATA section', `${ROWS}<row0><a><![CDATA[`, ']', CHUNKS_OF_A_VALUE, TOO_LONG],
		['one comment', `${ROWS}<!--`, 'a', CHUNKS_OF_A_VALUE, TOO_LONG],
		['small comments', ROWS, '<!-- -->', CHUNKS_OF_A_VALUE, TOO_LONG],
		['one instruction', `${ROWS}<?a`, 'a', CHUNKS_OF_A_VALUE, TOO_LONG],
		['one attribute', `${ROWS}<row0 a="`, 'a', CHUNKS_OF_A_VALUE, TOO_LONG],
		['white space', ROWS, ' ', CHUNKS_OF_A_VALUE, TOO_LONG],
		['white space in a tag', `${ROWS}<row0`, ' ', CHUNKS_OF_A_VALUE, TOO_LONG],
	])('refuses without end: %s', async (_name, start, repeated, atMost, message) => {
		const refusal = await refuse(endless(start, repeated));
		expect(refusal.message).toMatch(message);
		expect(refusal.chunks).toBeLessThanOrEqual(atMost);
	});

	it('refuses a text put together from endless small CDATA sections', async () => {
		const { message, chunks } = await refuse(endless(`${ROWS}<row0><a>`, '<![CDATA[123456789]]>'));
		expect(message).toBe(TOO_LONG);
		// 9 of 21 characters are text.
		expect(chunks).toBeLessThan((CHUNKS_OF_A_VALUE * 21) / 9 + 2);
	});

	it('refuses endless elements', async () => {
		function* elements() {
			yield Buffer.from(ROWS);
			for (let row = 0; ; row += 5000) {
				yield Buffer.from(Array.from({ length: 5000 }, (_, index) => `<row${row + index}/>`).join(''));
			}
		}
		const { message, chunks } = await refuse(elements());
		expect(message).toBe('The answer is XML with over 500000 elements (line 1).');
		expect(chunks).toBe(500_000 / 5000 + 1);
	});

	it.each([
		['comments', ROWS, '<!-- -->'],
		['white space in front', '', '\n'],
		['bytes behind the document', `${ROWS}</data></result></response>`, '\xff'],
	])('stops at the size bound without end of %s', async (_name, start, repeated) => {
		const { message, error, chunks } = await refuse(endless(start, repeated), MEGABYTE);
		expect(message).toBe('The answer is longer than 1048576 bytes.');
		expect(error).toHaveProperty('splittable', true);
		expect(chunks).toBeLessThanOrEqual(MEGABYTE / CHUNK_BYTES + 2);
	});

	it('has a size bound of 64 MB when nobody names one', async () => {
		const { message, chunks } = await refuse(endless('<response/>', '\n'));
		expect(message).toBe('The answer is longer than 67108864 bytes.');
		expect(chunks).toBe((64 * MEGABYTE) / CHUNK_BYTES + 1);
	});

	it('looks into a huge chunk no further than to the bound', async () => {
		const chunk = Buffer.alloc(32 * MEGABYTE, '<a>');
		const subarray = jest.spyOn(chunk, 'subarray');
		const { message } = await refuse([chunk]);
		expect(message).toMatch('32 deep');
		expect(subarray.mock.calls).toEqual([[0, CHUNK_BYTES]]);
	});
});
