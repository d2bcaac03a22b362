import { describe, expect, it } from '@jest/globals';

import { readXmlRows } from '../../../nodes/Adfox/xml-rows';
import { Source } from '../../connector/rows/chunks';
import { type Body, readingBy, STATUS, withData } from '../../connector/rows/xml-reading';

const { read, refusal } = readingBy(readXmlRows);

const rowsOf = async (data: string) => (await read(withData(data))).rows;

describe('readXmlRows', () => {
	it('reads a list: status, counters and rows', async () => {
		const answer = await read(`<?xml version="1.0" encoding="UTF-8"?>
			<!-- a list -->
			<response>
				${STATUS}
				<result>
					<links><first/><prev></prev><next><![CDATA[ https://host/api/v1?offset=2&limit=2 ]]></next><last/></links>
					<limit>2</limit>
					<total_rows>85</total_rows>
					<rows>2</rows>
					<data>
						<row0><ID>007</ID><name>Москва</name><URL>a</URL><url>b</url></row0>
						<row1><ID>8</ID><name/></row1>
					</data>
				</result>
			</response>`);
		expect(answer).toEqual({
			status: { code: '0' },
			result: {
				links: { first: '', prev: '', next: ' https://host/api/v1?offset=2&limit=2 ', last: '' },
				limit: '2',
				total_rows: '85',
				rows: '2',
			},
			rows: [
				{ ID: '007', name: 'Москва', URL: 'a', url: 'b' },
				{ ID: '8', name: '' },
			],
			spoilt: [],
		});
	});

	it.each([
		['a write', STATUS, { code: '0' }],
		['an added object', '<status><code>0</code><ID>3937</ID></status>', { code: '0', ID: '3937' }],
		[
			'a refusal',
			'<status><code>-6</code><error>Incorrect value</error><parameter>encoding</parameter><value>1</value></status>',
			{ code: '-6', error: 'Incorrect value', parameter: 'encoding', value: '1' },
		],
		['an empty status', '<status/>', {}],
	])('reads the status of %s', async (_name, status, fields) => {
		expect(await read(`<response>${status}</response>`)).toEqual({
			status: fields,
			result: {},
			rows: undefined,
			spoilt: [],
		});
	});

	it.each([
		['single values', '<result><value>https://host/a.mp4</value></result>', { value: 'https://host/a.mp4' }],
		['nothing', '<result/>', {}],
	])('tells a result with %s from one with rows', async (_name, result, fields) => {
		expect(await read(`<response>${result}${STATUS}</response>`)).toEqual({
			status: { code: '0' },
			result: fields,
			rows: undefined,
			spoilt: [],
		});
	});

	it.each(['', ' \n\t', '<!-- none -->', '<![CDATA[]]>'])('has no rows in the data part %p', async (data) => {
		expect(await rowsOf(data)).toEqual([]);
	});

	it('keeps data without rows as fields of the result', async () => {
		expect(await read(withData('<id>1</id><children><row0><id>2</id></row0></children>'))).toMatchObject({
			result: { data: { id: '1', children: [{ id: '2' }] } },
			rows: undefined,
		});
	});

	it('takes the status behind the rows, and the counters behind them', async () => {
		const answer = await read(
			`<response><result><data><row0><a>1</a></row0></data><rows>1</rows></result>${STATUS}</response>`,
		);
		expect(answer).toEqual({ status: { code: '0' }, result: { rows: '1' }, rows: [{ a: '1' }], spoilt: [] });
	});

	it('orders rows by number, not by text or arrival', async () => {
		const rows = await rowsOf(
			'<row10><a>10</a></row10><row2><a>2</a></row2><row1/><row009><a>9</a></row009>',
		);
		expect(rows).toEqual([{}, { a: '2' }, { a: '9' }, { a: '10' }]);
	});

	it('makes arrays of numbered rows inside of a row, and of nothing else', async () => {
		const rows = await rowsOf(`<row0>
				<roles><row1>b</row1><row0>a</row0></roles>
				<userParameters><row0><name>x</name><children><row0><id>1</id></row0></children></row0></userParameters>
				<template><template1>t</template1><rowspan>2</rowspan></template>
				<other><row0>r</row0><count>1</count></other>
				<row1>field</row1>
				<id>5</id>
			</row0>`);
		expect(rows).toEqual([
			{
				roles: ['a', 'b'],
				userParameters: [{ name: 'x', children: [{ id: '1' }] }],
				template: { template1: 't', rowspan: '2' },
				other: { row0: 'r', count: '1' },
				row1: 'field',
				id: '5',
			},
		]);
	});

	it.each([
		['markup in CDATA', '<![CDATA[<script>if (a && b[c[0]] >1) "</data>"</script>]]>', undefined],
		['pieces of text and CDATA', 'a<![CDATA[<b>]]>c<!-- d --><?e f?>g', 'a<b>cg'],
		['entities and character references', '&lt;&gt;&amp;&quot;&apos;&#1046;&#x1F642;', '<>&"\'Ж🙂'],
		['an entity escaped twice', 'не&amp;nbsp;задано', 'не&nbsp;задано'],
		['white space', ' \n a\t ', ' \n a\t '],
		['line ends, as XML has them', 'a\r\nb\rc&#13;d', 'a\nb\nc\rd'],
	])('keeps a value with %s', async (_name, xml, value) => {
		const expected = value ?? xml.slice('<![CDATA['.length, -']]>'.length);
		expect(await rowsOf(`<row0><a>${xml}</a></row0>`)).toEqual([{ a: expected }]);
	});

	it('does not care about attributes', async () => {
		const rows = await rowsOf('<row0 n="1" xmlns="u"><a type=\'x\'>1</a><b nil="true"/></row0>');
		expect(rows).toEqual([{ a: '1', b: '' }]);
		const many = Array.from({ length: 200 }, (_, index) => `<row${index} n="${index}" type="row"/>`);
		expect(await rowsOf(many.join(''))).toHaveLength(200);
	});

	it('takes names of object properties for names', async () => {
		const [row] = (await rowsOf(
			'<row0><__proto__><polluted>1</polluted></__proto__><constructor>2</constructor></row0>',
		))!;
		expect(Object.entries(row!)).toEqual([
			['__proto__', { polluted: '1' }],
			['constructor', '2'],
		]);
		expect({}).not.toHaveProperty('polluted');
	});

	it.each<[string, Body]>([
		['text', 'PHP Notice: </response> & <'],
		['a second document', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;'],
		['bytes of another charset', Buffer.from([0xcc, 0xee, 0xff, 0x00])],
		['half a character', Buffer.from([0xd0])],
	])('ignores %s behind the document', async (_name, trailing) => {
		const body = Buffer.concat([Buffer.from(withData('<row0><a>1</a></row0>')), Buffer.from(trailing)]);
		expect((await read(body)).rows).toEqual([{ a: '1' }]);
	});

	it('reads to the end of the body, so that the connection can be used again', async () => {
		const source = new Source([Buffer.from(withData('')), Buffer.from('\n'), Buffer.from('\n')]);
		let ended = false;
		async function* body() {
			yield* source;
			ended = true;
		}
		await readXmlRows(body());
		expect(ended).toBe(true);
	});

	it('hands on an error of the source as it is', async () => {
		const failure = new Error('reset');
		async function* source() {
			yield Buffer.from('<response>');
			throw failure;
		}
		await expect(readXmlRows(source())).rejects.toBe(failure);
	});
});

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

describe('characters that XML does not allow', () => {
	it('spoil their value alone, and the object is named', async () => {
		const answer = await read(
			withData(
				'<row0><ID>7</ID><name>Tom & Jerry</name><note a="&x;">b</note></row0>' +
					'<row1><ID>8</ID><name>plain</name><inner><title>&nbsp;</title></inner></row1>',
			),
		);
		expect(answer.rows).toEqual([
			{ ID: '7', name: 'Tom & Jerry', note: 'b' },
			{ ID: '8', name: 'plain', inner: { title: '&nbsp;' } },
		]);
		expect(answer.spoilt).toEqual([
			{ id: '7', names: ['name'] },
			{ id: undefined, names: ['title'] },
		]);
	});
});
