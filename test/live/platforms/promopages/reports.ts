import type { LiveAnswer, Probe } from '../../probe';
import { at, fieldsOf, kindOf, momentOf, presentOf, retryAfter, status } from '../../words';
import { moscowDay } from '../days';
import { DAYS } from './answers';

const firstRow = ({ json }: LiveAnswer) => at(json, 'statistics', 0);

const ifRow = (found: (row: unknown) => string) => (answer: LiveAnswer) =>
	firstRow(answer) === undefined ? undefined : found(firstRow(answer));

/** A percent or a fraction of clicks by impressions; undefined where the row does not tell. */
function unitOfCtr(row: unknown): string | undefined {
	const [ctr, clicks, impressions] = ['ctr', 'clicks', 'impressions'].map((name) =>
		Number(at(row, name) ?? NaN),
	);
	if (ctr === undefined || clicks === undefined || !(Number(impressions) > 0) || !(clicks > 0))
		return undefined;
	const fraction = clicks / Number(impressions);
	const isNear = (value: number) => Math.abs(ctr - value) <= 0.02 * value + 0.006;
	if (isNear(fraction * 100)) return 'percent of clicks by impressions';
	return isNear(fraction) ? 'fraction of clicks by impressions' : 'another share';
}

export const reportsProbes: readonly Probe[] = [
	{
		key: 'order',
		request: (known) => {
			const [publisherId, campaigns = ''] = [known.get('publisher'), known.get('campaigns')];
			if (publisherId === undefined || campaigns === '') return 'the cabinet has no campaign';
			const days = { mskDateFrom: moscowDay(-DAYS), mskDateTo: moscowDay(-1) };
			const json = { publisherId, campaignIds: campaigns.split(','), ...days, trafficSource: 'total' };
			return { method: 'POST', path: '/reports/campaigns-daily-stats', json };
		},
		expects: [200, 201, 202],
		questions: [
			status('a report of the last month is ordered', '3.2', 200),
			{
				about: 'fields of the answer to an order',
				sheet: '3.2',
				found: ({ json }) => fieldsOf(json),
				believed: 'reportId',
			},
		],
		learn: ({ json }, known) => {
			const id = at(json, 'reportId');
			if (typeof id === 'string') known.set('report', id);
		},
	},
	{
		key: 'report',
		request: (known) => {
			const id = known.get('report');
			return id === undefined
				? 'no report was ordered'
				: { path: `/reports/${encodeURIComponent(id)}`, query: { format: 'json' } };
		},
		until: ({ status: code }) => code !== 202,
		questions: [
			status('a report is asked for until it is there', '3.3', 200, 202),
			{
				about: 'fields of a report',
				sheet: '3.3',
				found: ({ json }) => fieldsOf(json),
				believed: 'statistics, type',
			},
			{
				about: 'undocumented columns',
				sheet: 'trap 35',
				found: ifRow((row) => presentOf(row, ['clicks', 'views'])),
				believed: 'clicks, views',
			},
			{
				about: 'form of mskDate',
				sheet: '3.3',
				found: ifRow((row) => momentOf(at(row, 'mskDate'))),
				believed: 'YYYY-MM-DD',
			},
			{
				about: 'kind of budget',
				sheet: '3.3',
				found: ifRow((row) => kindOf(at(row, 'budget'))),
				believed: ['a number', 'null'],
			},
			{
				about: 'unit of ctr',
				sheet: 'trap 37',
				found: (answer) => unitOfCtr(firstRow(answer)),
			},
		],
	},
	{
		key: 'foreign-report',
		request: () => ({ path: '/reports/000000000000000000000000', query: { format: 'json' } }),
		expects: [400, 403, 404, 410],
		questions: [
			status('a report that never was', 'Unknown'),
			{ about: 'waiting that the refusal of a report asks for', sheet: 'Unknown', found: retryAfter },
		],
	},
];
