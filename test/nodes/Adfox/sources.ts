import type { INodeParameters } from 'n8n-workflow';

import { Turns } from '../../../connector/rows';
import { adfox } from '../../../nodes/Adfox/platform';
import { events } from '../../../nodes/Adfox/trigger';
import { rowsOf } from '../../../nodes/Adfox/report/result';
import { collectRows } from '../../connector/rows/chunks';
import { mutateXml } from '../../fuzz/mutate-xml';
import { Unreadable, type Decoder } from '../../fuzz/decoders/decoder';
import { apiAnswering, envelope } from '../../fuzz/decoders/envelope';
import { rowsOfNode, stateDecoder, type Answers } from '../../fuzz/decoders/of-node';
import { fields, list, notEmpty, objects, parsed, rows, text } from '../../fuzz/decoders/reading';
import { simpleXml, type Xml } from '../../fuzz/decoders/simple-xml';
import { loadedNode, loadedTrigger } from '../../platforms/loaded-node';

export const node = loadedNode(adfox);
export const trigger = loadedTrigger(adfox, events);

const { signal } = new AbortController();

const RESULT = {
	result: {
		columns: [
			{ name: 'date', type: 'date' },
			{ name: 'impressions', type: 'integer' },
		],
		rows: [
			['2026-03-01', '12'],
			['2026-03-02', 7],
		],
	},
};

function reportRows(json: unknown): unknown {
	const { columns, rows: cells } = fields(fields(json).result);
	const heads = rows(columns).map(({ name, type }) => ({ name: text(name), type }));
	if (new Set(heads.map(({ name }) => name)).size < heads.length) throw new Unreadable('a column twice');
	return list(cells).map((row) => {
		const values = list(row);
		if (values.length !== heads.length) throw new Unreadable('other cells');
		return Object.fromEntries(heads.map(({ name, type }, index) => [name, typed(values[index], type)]));
	});
}

function typed(cell: unknown, type: unknown): unknown {
	const isNumber = type === 'integer' || type === 'number';
	return isNumber && typeof cell === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<response>
  <status><code>0</code></status>
  <result>
    <total_rows>2</total_rows><rows>2</rows>
    <data>
      <row0><ID>1</ID><name>Весна &amp; лето</name><levels><row0>a</row0><row1>b</row1></levels></row0>
      <row1><ID>2</ID><name><![CDATA[<b>]]></name><levels/></row1>
    </data>
  </result>
</response>
`;

const CLASSIC = [
	XML,
	'<response><status><code>0</code></status><result><total_rows>0</total_rows><rows>0</rows><data/></result></response>',
	'<response><status><code>-6</code><error>No such parameter</error><parameter>x</parameter></status></response>',
];

/** Windows-1251 has the Russian letters from 0xC0 on in the order of Unicode. */
function windows1251(document: string): Buffer {
	const codes = Array.from(document.replace('UTF-8', 'windows-1251'), (character) => {
		const code = character.codePointAt(0)!;
		return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
	});
	return Buffer.from(codes);
}

/** What follows the root element does not matter, so wrong bytes there do not either. */
function documentOf(bytes: Buffer): string {
	const head = bytes.toString('latin1').replace(/^\s+/, '');
	const encoding = /^<\?xml[^]*?\sencoding\s*=\s*["']([^"']*)[^]*?\?>/.exec(head)?.[1]?.toLowerCase();
	const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const isCyrillic = !hasBom && /^(windows-1251|cp-?1251)$/.test(encoding ?? '');
	return new TextDecoder(isCyrillic ? 'windows-1251' : 'utf-8').decode(bytes);
}

function asFields(value: Xml | undefined): Record<string, Xml> {
	if (value === undefined || (typeof value === 'string' && value.trim() === '')) return {};
	return fields(value) as Record<string, Xml>;
}

function classic(bytes: Buffer): unknown {
	const document = documentOf(bytes);
	const root = simpleXml(document);
	if (JSON.stringify(root).includes('\uFFFD')) throw new Unreadable('bytes that are no text');
	const { status, result } = asFields(root);
	const { code, error } = asFields(status);
	if (typeof code !== 'string' || !/^(0|-10)$/.test(code.trim())) throw new Unreadable('a refusal');
	if (code.trim() === '0' && typeof error === 'string' && error.trim() !== '')
		throw new Unreadable('a refusal');
	const { data, ...counters } = asFields(result);
	const announced = (value: unknown) => (/^\d+$/.test(String(value).trim()) ? Number(value) : undefined);
	const total = announced(counters.total_rows);
	// Fields in place of rows are another kind of answer, which no list takes for one.
	if (isTree(data)) return { rows: undefined, total };
	const read = dataRows(data);
	const onPage = announced(counters.rows);
	if (onPage !== undefined && onPage !== (read?.length ?? 0)) throw new Unreadable('rows are missing');
	if (read === undefined && (total ?? 0) > 0) throw new Unreadable('rows are missing');
	return { rows: read ?? (total === 0 || onPage === 0 ? [] : undefined), total };
}

function dataRows(data: Xml | undefined): unknown[] | undefined {
	if (data === undefined) return undefined;
	if (typeof data === 'string' && data.trim() === '') return [];
	if (Array.isArray(data)) return data.map(asFields);
	throw new Unreadable('rows beside fields');
}

function isTree(data: Xml | undefined): boolean {
	if (typeof data !== 'object' || Array.isArray(data)) return false;
	return !Object.keys(data).some((name) => /^row\d+$/.test(name));
}

const ORDER = {
	metrics: ['impressions'],
	dimensions: ['date'],
	filters: [],
	dateRange: { from: '2026-03-01', to: '2026-03-02' },
	limit: 10,
};

const PAGING = { offset: 0, limit: 1000 };

const TASK_PARAMETERS: INodeParameters = {
	resource: 'report',
	operation: 'get',
	metrics: ['impressions'],
	dimensions: ['date'],
	dateRange: 'custom',
	dateFrom: '2026-02-01',
	dateTo: '2026-02-02',
	returnAll: true,
	options: { maxRetries: 0, pollTimeout: 60 },
};

const TASK_ROWS = [
	{ date: '2026-03-01', impressions: 12 },
	{ date: '2026-03-02', impressions: 7 },
];

/** The first poll gives the damaged state, every later one the true one. */
function taskAnswers(state: Buffer): Answers {
	let polls = 0;
	return ({ method, url }) => {
		if (method === 'POST') return { result: { taskId: 't' } };
		if (url.endsWith('/result')) return RESULT;
		return polls++ === 0 ? state : { result: { status: 'SUCCESS' } };
	};
}

function taskState(answer: Buffer): unknown {
	const status = text(fields(fields(parsed(answer)).result).status);
	if (!['PENDING', 'RUNNING', 'SUCCESS'].includes(status)) throw new Unreadable('not done');
	return TASK_ROWS;
}

export const decoders: readonly Decoder[] = [
	envelope(
		'ADFOX report list',
		adfox,
		[{ result: [{ name: 'a', title: 'б' }] }, { result: { reports: [{ name: 'a' }] } }],
		(api) => api.reports('owner'),
		(json) => {
			const { result } = fields(json);
			return objects(Array.isArray(result) ? result : fields(result).reports);
		},
	),
	envelope(
		'ADFOX report result',
		adfox,
		[RESULT],
		async (api) => collectRows(rowsOf(await api.result('t', signal), true, new Turns())),
		reportRows,
	),
	envelope(
		'ADFOX report order',
		adfox,
		[{ result: { taskId: 't-1' } }, { result: { taskId: 17 } }],
		(api) => api.orderReport(ORDER, signal),
		(json) => {
			const { taskId } = fields(fields(json).result);
			return typeof taskId === 'number' ? String(taskId) : notEmpty(taskId);
		},
	),
	{
		name: 'ADFOX classic XML',
		restructure: (random) => Buffer.from(mutateXml(random.pick(CLASSIC), random)),
		answers: [...CLASSIC.map((document) => Buffer.from(document)), windows1251(XML)],
		decode: async (answer, random) => {
			const api = await apiAnswering(adfox, answer, random);
			const { rows: read, total } = await api.page(
				{ object: 'account', action: 'list', actionObject: 'campaign' },
				[],
				PAGING,
			);
			return { rows: read, total };
		},
		read: classic,
	},
	stateDecoder(
		'ADFOX task state',
		[
			{ result: { status: 'SUCCESS' } },
			{ result: { status: 'PENDING' } },
			{ result: { status: 'FAILURE', error: { code: 'X', message: 'x' } } },
		],
		(answer, random) => rowsOfNode(adfox, TASK_PARAMETERS, taskAnswers(answer), random),
		taskState,
	),
];
