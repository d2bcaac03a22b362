import { describe, expect, it } from '@jest/globals';

import { json, text, wholeText } from './frame/answer';
import type { RecordFault } from './frame/faults/fault';
import { ODD, withOddRecord } from './frame/faults/records';

const spoilt = (body: unknown, form: RecordFault['form']) => {
	const answer = typeof body === 'string' ? text(200, 'text/plain', body) : json(200, body);
	return wholeText(withOddRecord(answer, { kind: 'odd-record', form }));
};

describe('one odd record of an answer', () => {
	const LIST = { count: 3, names: ['a', 'b'], rows: [{ id: 1 }, { id: 2, name: 'b', ad_id: 7 }, { id: 3 }] };

	it.each<[RecordFault['form'], unknown]>([
		['nothing', null],
		['foreign fields', { odd: ODD }],
		['foreign value', { id: 2, name: { odd: ODD }, ad_id: 7 }],
		['foreign text', { id: 2, name: ODD, ad_id: 7 }],
	])('of a list: %s', (form, odd) => {
		expect(JSON.parse(spoilt(LIST, form))).toEqual({ ...LIST, rows: [{ id: 1 }, odd, { id: 3 }] });
	});

	it.each([
		[
			'the first value inside of it',
			{ rows: [{ id: 1, days: [{ date: '' }, {}] }] },
			[{ id: 1, days: [{ date: ODD }, {}] }],
		],
		['the longest list', { columns: [{ name: 'a' }], rows: [[1], [2]] }, [[1], [ODD]]],
	])('of a list: %s', (_name, body, rows) => {
		expect(JSON.parse(spoilt(body, 'foreign text'))).toMatchObject({ rows });
	});

	it('of records by their names, alone, or none', () => {
		const byName = { none: {}, ads: { 7: { clicks: 1 }, 8: { clicks: 2 }, 9: {} } };
		expect(JSON.parse(spoilt(byName, 'nothing'))).toEqual({ none: {}, ads: { ...byName.ads, 8: null } });
		expect(JSON.parse(spoilt({ items: [] }, 'nothing'))).toEqual({ items: [] });
		expect(JSON.parse(spoilt({ id: 1, name: 'a' }, 'foreign text'))).toEqual({ id: 1, name: ODD });
	});

	it.each<[RecordFault['form'], string]>([
		['nothing', ODD],
		['foreign fields', `<odd>${ODD}</odd>`],
		['foreign value', `<ID>2</ID><name>${ODD} & &nbsp; &#1;</name>`],
		['foreign text', `<ID>2</ID><name>${ODD}</name>`],
	])('in XML: %s', (form, odd) => {
		const body = (second: string) => `<r><data><row0><ID>1</ID></row0><row1>${second}</row1></data></r>`;
		expect(spoilt(body('<ID>2</ID><name>b</name>'), form)).toBe(body(odd));
		expect(spoilt('<r/>', form)).toBe('<r/>');
	});

	it.each<[RecordFault['form'], string]>([
		['nothing', ODD],
		['foreign fields', `c,d,${ODD}`],
		['foreign value', `${ODD}"1",d`],
		['foreign text', `${ODD},d`],
	])('in CSV: %s', (form, odd) => {
		expect(spoilt('a,b\nc,d\ne,f', form)).toBe(`a,b\n${odd}\ne,f`);
	});
});
