import { describe, expect, it } from '@jest/globals';

import { readXmlRows } from '../../../nodes/Adfox/xml-rows';
import { readingBy, STATUS, withData } from '../../connector/rows/xml-reading';

const { refusal } = readingBy(readXmlRows);

describe('readXmlRows against other answers', () => {
	it.each([
		['another root', '<secret><a>1</a></secret>', 'The answer is XML without a status.'],
		['a status elsewhere', `<a><b>${STATUS}</b></a>`, 'The answer is XML without a status.'],
		['a root of rows', '<a><row0>secret</row0></a>', 'The root element of the XML answer holds no fields.'],
		['a text', '<response>secret</response>', 'The root element of the XML answer holds no fields.'],
		[
			'a text as status',
			'<response><status>secret</status></response>',
			'The status of the XML answer holds no fields.',
		],
		[
			'rows outside of the data part',
			`<response>${STATUS}<result><row0><a>secret</a></row0></result></response>`,
			'The result of the XML answer holds no fields.',
		],
		['a text as row', withData('<row0>secret</row0>'), 'The row of the XML answer holds no fields.'],
		[
			'something beside rows',
			withData('<row0><a>secret</a></row0><b/>'),
			'The data part of the XML answer holds something else than rows.',
		],
		['text as data', withData('secret'), 'The data part of the XML answer holds something else than rows.'],
	])('refuses %s', async (_name, body, message) => {
		expect(await refusal(body)).toBe(message);
	});
});
