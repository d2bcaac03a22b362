import { describe, expect, it } from '@jest/globals';

import { readXml } from '../../../connector/rows';
import { type Body, readingBy, STATUS, withData } from './xml-reading';

const { read, refusal } = readingBy((chunks, options) => readXml(chunks, Object.fromEntries, options));

const HTML = 'The answer is an HTML page instead of XML.';
const JSON_TEXT = 'The answer is JSON instead of XML.';
const NO_XML = 'The answer is no XML.';
const DOCTYPE = 'The answer is XML with a document type declaration, which is refused.';
const TWICE = 'The answer is XML with the same name twice in one element (line 1).';
const malformed = (line: number, column: number) =>
	`The answer is no well-formed XML (line ${line}, column ${column}).`;

describe('readXml against other answers', () => {
	it.each<[string, Body, string]>([
		['nothing', '', 'The answer is empty.'],
		['white space', ' \n', 'The answer is empty.'],
		['HTML', '\n<!DOCTYPE html><p>secret</p>', HTML],
		['HTML without a doctype', '<!-- x --><HTML lang="ru">secret', HTML],
		['XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "secret"><html/>', HTML],
		['JSON', '{"error":"secret"}', JSON_TEXT],
		['an empty JSON list', '[]', JSON_TEXT],
		['text', 'secret', NO_XML],
		['a lesser-than sign', '< secret', NO_XML],
		['a short declaration', '<!X>', NO_XML],
		['a long prolog', `<!--${'-a'.repeat(5000)}-->${withData('')}`, NO_XML],
		['a document type declaration', '<!DOCTYPE a>', DOCTYPE],
		['CDATA alone', '<![CDATA[secret ......]]>', NO_XML],
		['a name twice', withData('<row0><secret/><secret/></row0>'), TWICE],
		['two data parts', `<response>${STATUS}<result><data/><data/></result></response>`, TWICE],
		[
			'text beside elements',
			withData('<row0>\nsecret<b/></row0>'),
			'The answer is XML with text beside elements (line 2).',
		],
		['a wrong end tag', '<response>\n</secret>', malformed(2, 9)],
		['a wrong end tag inside', '<a><b></a></b>', malformed(1, 10)],
		['a lesser-than sign in a value', '<a><b>1 < 2</b></a>', malformed(1, 10)],
		['a control character in a name', '<a><b\x01>c</b></a>', malformed(1, 6)],
		['an ampersand in a name', '<a><b&amp;>c</b></a>', malformed(1, 6)],
		['half a character at the end', Buffer.from([0x3c, 0xd0]), 'The answer breaks off after 2 bytes.'],
	])('refuses %s', async (_name, body, message) => {
		expect(await refusal(body)).toBe(message);
	});

	it('refuses a document that breaks off, wherever it does', async () => {
		const document = Buffer.from(
			`<?xml version="1.0"?>\n<response>${STATUS}<result><data><row0><a b="c">М&lt;<![CDATA[d]]></a></row0></data></result></response>`,
		);
		for (let length = 1; length < document.length; length++) {
			expect(await refusal(document.subarray(0, length))).toBe(
				`The answer breaks off after ${length} bytes.`,
			);
		}
	});
});

const russian = (charset: BufferEncoding, declaration = '') =>
	Buffer.from(`${declaration}<list><name>\xcc\xee\xf1\xea\xe2\xe0</name></list>`, charset);

describe('readXml and charsets', () => {
	it.each<[string, Buffer, string?]>([
		['the header', russian('latin1'), 'text/xml; charset=windows-1251'],
		['the header, quoted', russian('latin1'), 'text/xml;charset="CP-1251"; a=b'],
		['the XML declaration', russian('latin1', '<?xml version="1.0" encoding="Windows-1251"?>')],
		[
			'the XML declaration behind white space',
			russian('latin1', "\r\n<?xml version='1.0' encoding='cp1251'?>"),
		],
		[
			'the header against the XML declaration',
			russian('latin1', '<?xml version="1.0" encoding="UTF-8"?>'),
			'text/xml; charset=windows-1251',
		],
	])('decodes windows-1251 as %s says', async (_name, body, ...[contentType]) => {
		expect(await read(body, contentType)).toEqual({ name: 'Москва' });
	});

	it.each<[string, string, string?]>([
		['nothing', ''],
		['a content type without a charset', '', 'text/xml'],
		['the XML declaration', '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'],
		['an XML declaration without an encoding', '<?xml version="1.0"?><!-- encoding="KOI8-R" -->'],
		['a comment in the place of an XML declaration', '<!-- encoding="KOI8-R" ?> -->'],
		['a byte order mark', '\uFEFF'],
		['a byte order mark against the header', '\uFEFF<?xml version="1.0"?>', 'text/xml; charset=windows-1251'],
		['the header', '<?xml version="1.0" encoding="windows-1251"?>', 'application/xml; Charset=UTF-8'],
	])('decodes UTF-8 as %s says', async (_name, start, ...[contentType]) => {
		const body = `${start}<list><name>Москва🙂</name></list>`;
		expect(await read(body, contentType)).toEqual({ name: 'Москва🙂' });
	});

	it.each<[string, Body, string, string?]>([
		['windows-1251 without saying so', russian('latin1'), 'The answer is not UTF-8 text.'],
		[
			'a foreign charset',
			'<?xml version="1.0" encoding="KOI8-R"?><a/>',
			'The answer is in the charset "KOI8-R"; only UTF-8 and windows-1251 can be read.',
		],
		[
			'a foreign charset in the header',
			'<a/>',
			'The answer is in the charset "utf-16"; only UTF-8 and windows-1251 can be read.',
			'text/xml; charset=utf-16',
		],
		['UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le'), 'The answer is not UTF-8 text.'],
	])('refuses %s', async (_name, body, message, ...[contentType]) => {
		expect(await refusal(body, contentType)).toBe(message);
	});
});
