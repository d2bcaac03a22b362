import type { RowsTask } from '../contender/task';
import { ROUND_TRIP_MS } from '../server/distance';
import type { Case, Measurement, OtherNode, Setup } from './measurement';
import { rawReport } from './raw-report';

export const BARE = 'bare undici + JSON.parse (the limit)';
export const OUR_NODE = 'TargetADS node';
export const HTTP_REQUEST = "n8n's HTTP Request node, its pagination";
export const HTTP_REQUEST_SPLIT = 'HTTP Request + Split Out (rows as items)';

const ROWS = 200_000;
/** 200 pages at 60 ms are 12 s for nothing new. */
const FAR_ROWS_IN_SMALL_PAGES = 50_000;
/** The most items that such a table asks for. It takes some seconds, in which the engine compiles what it runs often. */
const MANY_ROWS = 1_600_000;

export function itemMeasurements(setup: Setup): Measurement[] {
	const { plain, tls, far, ascii } = setup.server;
	return [1000, 10_000].flatMap((pageSize) => {
		const all = ROWS / setup.shrink;
		const farRows = pageSize === 1000 ? FAR_ROWS_IN_SMALL_PAGES / setup.shrink : all;
		return [
			items(setup, 'plain', 'plain HTTP', plain, all, pageSize),
			items(setup, 'tls', 'TLS', tls, all, pageSize),
			items(setup, 'ascii', 'TLS, rows of plain ASCII', ascii, all, pageSize),
			items(setup, 'far', `TLS, round trip of ${ROUND_TRIP_MS} ms`, far, farRows, pageSize),
			manyItems(setup, 'tls', 'TLS', tls, pageSize),
			manyItems(setup, 'ascii', 'TLS, rows of plain ASCII', ascii, pageSize),
		];
	});
}

/** The node beside the limit alone. */
function manyItems({ shrink }: Setup, name: string, way: string, url: string, pageSize: number): Measurement {
	const rows = MANY_ROWS / shrink;
	return {
		name: `many-items-${pageSize}-${name}`,
		title: titleOf(rows, pageSize, way),
		cases: [
			{ name: BARE, task: { contender: 'undici', url, rows, pageSize } },
			{ name: OUR_NODE, task: rawReport(url, rows, { options: { pageSize } }) },
		],
		reference: BARE,
	};
}

function titleOf(rows: number, pageSize: number, way: string): string {
	const [all, page] = [rows, pageSize].map((number) => number.toLocaleString('en-US'));
	return `getRaw Return All to items: ${all} rows, pages of ${page}, ${way}`;
}

function items(
	{ hasPython, hasBasePackage, otherNode }: Setup,
	name: string,
	way: string,
	url: string,
	rows: number,
	pageSize: number,
): Measurement {
	const loop = (contender: RowsTask['contender']): RowsTask => ({ contender, url, rows, pageSize });
	const withOtherNode = ({ name: node, path }: OtherNode): Case[] => {
		const bare = `${BARE}, ${node}`;
		return [
			{ name: bare, task: loop('undici'), node: path },
			{
				name: `${OUR_NODE}, ${node}`,
				task: rawReport(url, rows, { options: { pageSize } }),
				node: path,
				reference: bare,
			},
		];
	};
	const cases: Case[] = [
		{ name: BARE, task: loop('undici') },
		{ name: OUR_NODE, task: rawReport(url, rows, { options: { pageSize } }) },
		{ name: "Node's own fetch + JSON.parse", task: loop('fetch') },
		...(hasBasePackage
			? [
					{ name: HTTP_REQUEST, task: loop('http-request') },
					...(name === 'tls' || name === 'ascii'
						? [{ name: HTTP_REQUEST_SPLIT, task: loop('http-request-split') }]
						: []),
				]
			: []),
		...(otherNode === undefined || (name !== 'tls' && name !== 'ascii') ? [] : withOtherNode(otherNode)),
		...(hasPython ? [{ name: 'sample loop of the TargetADS documents (Python)', task: loop('python') }] : []),
	];
	return {
		name: `items-${pageSize}-${name}`,
		title: titleOf(rows, pageSize, way),
		cases,
		reference: BARE,
	};
}
