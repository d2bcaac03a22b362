import { promoPages } from '../../platforms/promopages';
import { ago, listOf, type LongAnswer } from './long-answer';

const DAYS = 365;

/** A publisher with one campaign, whose report has as many rows as the address says. */
const report: LongAnswer = {
	platform: promoPages,
	credential: { accessToken: 'bench', tokenType: 'OAuth' },
	name: 'promopages-report',
	title: 'PromoPages, report',
	parameters: () => ({
		resource: 'report',
		operation: 'get',
		publisherScope: 'byId',
		publisherIdList: 'publisher-1',
		level: 'previews',
		campaignScope: 'all',
		dateRange: 'custom',
		dateFrom: ago(DAYS),
		dateTo: ago(1),
		returnAll: true,
		options: { pollInterval: 1 },
	}),
	sizes: [150_000, 380_000],
	text: (rows) => {
		const row = (index: number) =>
			JSON.stringify({
				campaignId: `5e67a3c5bf99866849${String(index % 900).padStart(6, '0')}`,
				mskDate: ago(1 + (index % DAYS)),
				impressions: (index * 31) % 9000,
				reach: (index * 29) % 8000,
				budget: (index % 700) / 8,
				clickouts: index % 90,
				fullReads: index % 70,
				ctr: (index % 50) / 16,
			});
		return `{"statistics":[${listOf(rows, row)}]}`;
	},
	before: {
		'/permissions/user': {
			userPermissions: [{ publisher: { id: 'publisher-1', name: 'Мебель' }, canRead: true }],
		},
		'/campaigns': { campaigns: [{ id: '5e67a3c5bf998668491f9079', title: 'Весна' }], hasNextPage: false },
		'-daily-stats': { reportId: 'report-1' },
	},
	rowsOf: (text) => (JSON.parse(text) as { statistics: unknown[] }).statistics,
};

export const promoPagesAnswers: readonly LongAnswer[] = [report];
