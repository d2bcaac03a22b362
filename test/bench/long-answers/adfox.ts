import { SaxesParser } from 'saxes';

import { adfox } from '../../platforms/adfox';
import { ago, listOf, type LongAnswer } from './long-answer';

const platform = { platform: adfox, credential: { accessToken: 'bench', authHeader: 'xYandexApiKey' } };

interface Table {
	readonly result: {
		readonly columns: readonly { readonly name: string }[];
		readonly rows: readonly (readonly unknown[])[];
	};
}

const COLUMNS = [
	{ name: 'date', type: 'string' },
	{ name: 'campaign_id', type: 'integer' },
	{ name: 'loads_commercial', type: 'integer' },
	{ name: 'clicks_total', type: 'integer' },
	{ name: 'ctr', type: 'number' },
];

const report: LongAnswer = {
	...platform,
	name: 'adfox-report',
	title: 'ADFOX, report',
	parameters: () => ({
		resource: 'report',
		operation: 'get',
		metrics: ['loads_commercial', 'clicks_total'],
		dimensions: ['date', 'campaign_id'],
		dateRange: 'custom',
		dateFrom: ago(300),
		dateTo: ago(1),
		returnAll: true,
		options: { pollInterval: 1 },
	}),
	// One with a million is refused, since it might have been cut off there (fact sheet 5.2).
	sizes: [300_000, 600_000, 999_999],
	text: (rows) => {
		const cells = (index: number) =>
			`["${ago(1 + (index % 300))}",${700_000 + (index % 999)},${(index * 31) % 90_000},${index % 900},${(index % 80) / 8}]`;
		return `{"result":{"columns":${JSON.stringify(COLUMNS)},"rows":[${listOf(rows, cells)}]}}`;
	},
	before: {
		'/v2/reports': { result: { taskId: 'task-1' } },
		'/task-1': { result: { status: 'SUCCESS' } },
	},
	rowsOf: (text) => {
		const { columns, rows } = (JSON.parse(text) as Table).result;
		return rows.map((cells) => Object.fromEntries(columns.map(({ name }, index) => [name, cells[index]])));
	},
};

/** Fields of a banner; the last one holds its code. */
const FIELDS = 40;
/** With so much code the thousand banners of a page are 60 MB. */
const CODE = '<a href="%user1%">Весна</a> '.repeat(1500);

function banners(name: string, title: string, code: string, sizes: readonly number[]): LongAnswer {
	return {
		...platform,
		name: `adfox-${name}`,
		title: `ADFOX, ${title}`,
		parameters: (rows) => ({
			resource: 'banner',
			operation: 'getAll',
			returnAll: false,
			limit: rows,
			options: { pageSize: 1000 },
		}),
		sizes,
		contentType: 'text/xml; charset=UTF-8',
		text: (rows) => {
			const field = (number: number, index: number) => `<field${number}>значение ${index}</field${number}>`;
			const banner = (index: number) =>
				`<row${index}><ID>${index + 1}</ID>${listOf(FIELDS, (number) => field(number, index), '')}<code><![CDATA[${code}]]></code></row${index}>`;
			return `<response><status><code>0</code></status><result><total_rows>${rows}</total_rows><rows>${rows}</rows><data>${listOf(rows, banner, '')}</data></result></response>`;
		},
		rowsOf,
	};
}

/** Everything at once, by the parser that the node has, too. */
function rowsOf(text: string): readonly object[] {
	const rows: Record<string, string>[] = [];
	let row: Record<string, string> | undefined;
	let value = '';
	const parser = new SaxesParser();
	parser.on('opentag', ({ name }) => {
		value = '';
		if (/^row\d+$/.test(name)) rows.push((row = {}));
	});
	parser.on('text', (content) => (value += content));
	parser.on('cdata', (content) => (value += content));
	parser.on('closetag', ({ name }) => {
		if (row !== undefined && !/^row\d+$/.test(name)) row[name] = value;
		if (name === 'data') row = undefined;
	});
	parser.write(text).close();
	return rows;
}

export const adfoxAnswers: readonly LongAnswer[] = [
	report,
	banners('banners', 'banners in XML', '', [1000]),
	banners('code', 'banners with long codes in XML', CODE, [1000]),
];
