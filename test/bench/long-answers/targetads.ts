import { targetAds } from '../../platforms/targetads';
import { RAW } from '../measurements/raw-report';
import { rowAt } from '../server/rows';
import { listOf, type LongAnswer } from './long-answer';

const platform = {
	platform: targetAds,
	credential: { accessToken: 'bench', projectId: '1' },
};

/** The most rows of a page that the node asks for. */
const PAGE_ROWS = 100_000;
/** Behind the path of each row, so that as many of them as fit with any spacing are 60 MB. */
const LONG_PATH = '?utm_content='.padEnd(230, 'abcdefghij');

interface Spacing {
	readonly colon: string;
	/** Between the fields of a row, behind its opening bracket and before its closing one. */
	readonly comma: string;
	readonly opening: string;
	readonly closing: string;
	readonly betweenRows: string;
}

const SPACINGS: Readonly<Record<string, Spacing>> = {
	compact: { colon: ':', comma: ',', opening: '{', closing: '}', betweenRows: ',' },
	"Python's own spacing": { colon: ': ', comma: ', ', opening: '{', closing: '}', betweenRows: ', ' },
	indented: { colon: ': ', comma: ',\n   ', opening: '{\n   ', closing: '\n  }', betweenRows: ',\n  ' },
};

function page(title: string, { colon, comma, opening, closing, betweenRows }: Spacing): LongAnswer {
	const rowText = (index: number) => {
		const row = rowAt(index);
		const fields = Object.entries({ ...row, InteractionUrlPath: `${row.InteractionUrlPath}${LONG_PATH}` });
		return `${opening}${fields.map(([name, value]) => `"${name}"${colon}${JSON.stringify(value)}`).join(comma)}${closing}`;
	};
	return {
		...platform,
		name: `targetads-${title.replaceAll(/\W/g, '')}`,
		title: `TargetADS, direct page, ${title}`,
		parameters: () => ({ ...RAW, options: { pageSize: PAGE_ROWS } }),
		sizes: [10_000, 90_000],
		text: (rows) =>
			`{"data"${colon}[${betweenRows.slice(1)}${listOf(rows, rowText, betweenRows)}]${comma}"count"${colon}${rows}${comma}"has_more"${colon}false}`,
		rowsOf: (text) => (JSON.parse(text) as { data: unknown[] }).data,
	};
}

const placements: LongAnswer = {
	...platform,
	name: 'targetads-campaigns',
	title: 'TargetADS, campaigns',
	parameters: () => ({ resource: 'campaign', operation: 'getAll', returnAll: true }),
	sizes: [20_000, 300_000],
	text: (rows) => {
		const placement = (index: number) =>
			JSON.stringify({
				placement_id: 50_000 + index,
				placement_name: `Весенняя кампания, размещение ${index}`,
				source_name: `Площадка ${index % 40}`,
				marketing_name: `Весна ${index % 900}`,
				active: index % 3 === 0,
			});
		return `{"campaigns":[${listOf(rows, placement)}],"count":${rows}}`;
	},
	rowsOf: (text) => (JSON.parse(text) as { campaigns: unknown[] }).campaigns,
};

export const targetAdsAnswers: readonly LongAnswer[] = [
	...Object.entries(SPACINGS).map(([title, spacing]) => page(title, spacing)),
	placements,
];
