import type { Known, LiveAnswer, LiveRequest, Probe } from '../../probe';
import { among, at, fieldsOf, kindOf, status } from '../../words';
import { moscowDay } from '../days';
import { REFUSALS, objectsOf, refusedOrNot } from './answers';

const withObject = (known: Known, request: (id: string) => LiveRequest) => {
	const id = known.get('object');
	return id === undefined ? 'the account has no campaign' : request(id);
};

const statistics = (known: Known, query: Readonly<Record<string, string>>) =>
	withObject(known, (id) => ({
		path: `/api/v2/statistics/${objectsOf(known)}/day.json`,
		query: { id, date_from: moscowDay(-1), date_to: moscowDay(-1), metrics: 'base', ...query },
	}));

const CODES = [
	'WRONG_PARAMETER',
	'LIMIT_EXCEEDED',
	'WRONG_DATE',
	'WRONG_CAMPAIGNS',
	'WRONG_ADPLANS',
	'WRONG_IDS',
	'ACCESS_DENIED',
	'WRONG_RESOURCE',
];

/** Whether the codes of statistics come with the prefix that the documentation has (sheet 3.17). */
function codeOfStatistics({ json }: LiveAnswer): string {
	const code = at(json, 'error', 'code') ?? at(json, 'code');
	return among(code, [...CODES, ...CODES.map((one) => `ERR_${one}`)]);
}

const firstRow = ({ json }: LiveAnswer) => at(json, 'items', 0, 'rows', 0);

export const statisticsProbes: readonly Probe[] = [
	{
		key: 'day',
		request: (known) => statistics(known, {}),
		questions: [
			status('statistics of one campaign and yesterday', '3.19', 200),
			{
				about: 'fields of statistics',
				sheet: '3.19',
				found: ({ json }) => fieldsOf(json),
				believed: 'items, total',
			},
			{
				about: 'fields of an object in them',
				sheet: '3.19',
				found: ({ json }) =>
					at(json, 'items', 0) === undefined ? undefined : fieldsOf(at(json, 'items', 0)),
				believed: 'id, rows, total',
			},
			{
				about: 'kind of spent',
				sheet: '3.19',
				found: (answer) =>
					firstRow(answer) === undefined ? undefined : kindOf(at(firstRow(answer), 'base', 'spent')),
				believed: 'digits as text',
			},
			{
				about: 'goals of VK beside the others',
				sheet: '3.19',
				found: (answer) =>
					firstRow(answer) === undefined ? undefined : kindOf(at(firstRow(answer), 'base', 'vk')),
				believed: 'an object',
			},
		],
	},
	{
		key: 'tomorrow',
		request: (known) => statistics(known, { date_to: moscowDay(1) }),
		expects: REFUSALS,
		questions: refusedOrNot('statistics up to tomorrow', '8'),
	},
	{
		key: 'today',
		request: (known) => statistics(known, { date_from: moscowDay(0), date_to: moscowDay(0) }),
		expects: REFUSALS,
		questions: [status('statistics of today alone', '8', 200)],
	},
	{
		key: 'depth',
		request: (known) => statistics(known, { date_from: moscowDay(-372), date_to: moscowDay(-371) }),
		expects: REFUSALS,
		questions: [
			status('statistics of two days more than a year ago', '8'),
			{
				about: 'code of a day too long ago',
				sheet: '3.17',
				found: (answer) => (answer.status < 400 ? undefined : codeOfStatistics(answer)),
				believed: ['WRONG_DATE', 'LIMIT_EXCEEDED'],
			},
		],
	},
	{
		key: 'wrong-id',
		request: (known) => ({
			path: `/api/v2/statistics/${objectsOf(known)}/day.json`,
			query: { id: '1', date_from: moscowDay(-1), date_to: moscowDay(-1) },
		}),
		expects: [400, 403, 404],
		questions: [
			status('statistics of an id that is not of the account', '3.17', 400, 404),
			{
				about: 'code of the refusal of an id',
				sheet: '3.17',
				found: codeOfStatistics,
				believed: ['WRONG_CAMPAIGNS', 'WRONG_ADPLANS', 'WRONG_IDS'],
			},
		],
	},
	{
		key: 'unknown-metrics',
		request: (known) => statistics(known, { metrics: 'no_such_set' }),
		expects: REFUSALS,
		questions: refusedOrNot('a set of metrics that there is not', '8'),
	},
	{
		key: 'empty-id',
		request: (known) => statistics(known, { id: '' }),
		expects: REFUSALS,
		questions: refusedOrNot('statistics with an empty id', '8'),
	},
	{
		key: 'period',
		request: (known) => ({
			path: `/api/v3/statistics/${objectsOf(known)}/day.json`,
			query: { date_from: moscowDay(-1), date_to: moscowDay(-1), limit: '1' },
		}),
		questions: [
			status('statistics v3 of yesterday, one object', '3.20', 200),
			{
				about: 'fields of statistics v3',
				sheet: '3.20',
				found: ({ json }) => fieldsOf(json),
				believed: 'count, items, limit, offset, total',
			},
			{
				about: 'what the count of statistics v3 counts',
				sheet: 'trap 43',
				found: ({ json }) => {
					const count = Number(at(json, 'count'));
					if (!(count > 0)) return undefined;
					return count === 1 ? 'perhaps the objects returned' : 'more than was returned';
				},
				believed: 'perhaps the objects returned',
			},
		],
	},
	{
		key: 'month',
		request: (known) => ({
			path: `/api/v3/statistics/${objectsOf(known)}/month.json`,
			query: { date_from: moscowDay(-1), limit: '1' },
		}),
		expects: [200, 400, 403, 404],
		questions: [status('statistics v3 by month', '3.20')],
	},
];
