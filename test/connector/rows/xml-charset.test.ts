import { describe, expect, it } from '@jest/globals';

import { readXml } from '../../../connector/rows';
import { type Body, readingBy } from './xml-reading';

const { read, refusal } = readingBy((chunks, options) => readXml(chunks, Object.fromEntries, options));

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
