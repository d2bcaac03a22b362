import { describe, expect, it } from '@jest/globals';

import { readXml } from '../../../connector/rows';
import { type Body, readingBy, STATUS, withData } from './xml-reading';

const { refusal } = readingBy((chunks, options) => readXml(chunks, Object.fromEntries, options));

describe('readXml against other answers', () => {
	it.each<[string, Body, string]>([
		['nothing', '', 'The answer is empty.'],
		['white space', ' \n', 'The answer is empty.'],
		['HTML', '\n<!DOCTYPE html><p>secret</p>', 'The answer is an HTML page instead of XML.'],
		[
			'HTML without a doctype',
			'<!-- x --><HTML lang="ru">secret',
			'The answer is an HTML page instead of XML.',
		],
		[
			'XHTML',
			'<?xml version="1.0"?><!DOCTYPE html PUBLIC "secret"><html/>',
			'The answer is an HTML page instead of XML.',
		],
		['JSON', '{"error":"secret"}', 'The answer is JSON instead of XML.'],
		['an empty JSON list', '[]', 'The answer is JSON instead of XML.'],
		['text', 'secret', 'The answer is no XML.'],
		['a lesser-than sign', '< secret', 'The answer is no XML.'],
		['a short declaration', '<!X>', 'The answer is no XML.'],
		['a long prolog', `<!--${'-a'.repeat(5000)}-->${withData('')}`, 'The answer is no XML.'],
		[
			'a document type declaration',
			'<!DOCTYPE a>',
			'The answer is XML with a document type declaration, which is refused.',
		],
		['CDATA alone', '<![CDATA[secret ......]]>', 'The answer is no XML.'],
		[
			'a name twice',
			withData('<row0><secret/><secret/></row0>'),
			'The answer is XML with the same name twice in one element (line 1).',
		],
		[
			'two data parts',
			`<response>${STATUS}<result><data/><data/></result></response>`,
			'The answer is XML with the same name twice in one element (line 1).',
		],
		[
			'text beside elements',
			withData('<row0>\nsecret<b/></row0>'),
			'The answer is XML with text beside elements (line 2).',
		],
		['a wrong end tag', '<response>\n</secret>', 'The answer is no well-formed XML (line 2, column 9).'],
		['a wrong end tag inside', '<a><b></a></b>', 'The answer is no well-formed XML (line 1, column 10).'],
		['an unknown entity', '<a>&secret;</a>', 'The answer is no well-formed XML (line 1, column 11).'],
		['an entity of HTML', '<a>&nbsp;</a>', 'The answer is no well-formed XML (line 1, column 9).'],
		[
			'a property of objects as entity',
			'<a>&constructor;</a>',
			'The answer is no well-formed XML (line 1, column 16).',
		],
		['a reference to no character', '<a>&#0;</a>', 'The answer is no well-formed XML (line 1, column 7).'],
		['half a surrogate pair', '<a>&#xD83D;</a>', 'The answer is no well-formed XML (line 1, column 11).'],
		['a control character', '<a>\x01</a>', 'The answer is no well-formed XML (line 1, column 4).'],
		['a bare ampersand', '<a>b & c</a>;', 'The answer is no well-formed XML (line 1, column 13).'],
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
