import type { LiveRequest, Probe } from '../../probe';
import { among, at, fieldsOf, kindOf, presentOf, retryAfter, status } from '../../words';
import { moscowDay } from '../days';

const reports = (path: string, query: Readonly<Record<string, string>> = {}): LiveRequest => ({
	path: `/v2/reports${path}`,
	query,
});

export const reportsProbes: readonly Probe[] = [
	{
		key: 'reports',
		request: () => reports('/list', { level: 'owner' }),
		questions: [
			status('the saved reports of an account', '5.2', 200),
			{ about: 'fields around them', sheet: '5.2', found: ({ json }) => fieldsOf(json), believed: 'result' },
		],
	},
	{
		key: 'metadata',
		request: () => reports('/metadata'),
		questions: [
			status('what reports can be made of', '5.2', 200),
			{
				about: 'fields of the metadata',
				sheet: '5.2',
				found: ({ json }) => fieldsOf(at(json, 'result')),
				believed: 'dimensions, filters, limits, metrics',
			},
			{
				about: 'fields of a metric in it',
				sheet: '9',
				found: ({ json }) => fieldsOf(at(json, 'result', 'metrics', 0)),
			},
			{
				about: 'fields of a filter in it',
				sheet: '9',
				found: ({ json }) => fieldsOf(at(json, 'result', 'filters', 0)),
			},
			{
				about: 'fields of the limits in it',
				sheet: '5.2',
				found: ({ json }) => fieldsOf(at(json, 'result', 'limits')),
			},
		],
	},
	{
		key: 'order',
		request: () => ({
			method: 'POST',
			path: '/v2/reports',
			json: {
				metrics: ['loads_total'],
				dimensions: ['date'],
				dateRange: { from: moscowDay(-1), to: moscowDay(-1) },
				filters: [],
				limit: 1,
			},
		}),
		expects: [200, 201, 202],
		questions: [
			status('a report of one day is ordered', '5.2', 202),
			{
				about: 'fields of the answer to an order',
				sheet: '5.2',
				found: ({ json }) => fieldsOf(at(json, 'result')),
				believed: 'status, taskId',
			},
		],
		learn: ({ json }, known) => {
			const id = at(json, 'result', 'taskId');
			if (typeof id === 'string') known.set('task', id);
		},
	},
	{
		key: 'task',
		request: (known) => {
			const id = known.get('task');
			return id === undefined ? 'no report was ordered' : reports(`/${encodeURIComponent(id)}`);
		},
		until: ({ json }) => !['PENDING', 'RUNNING'].includes(String(at(json, 'result', 'status'))),
		questions: [
			{
				about: 'word for the status of a report',
				sheet: '5.2',
				found: ({ json }) =>
					among(at(json, 'result', 'status'), ['PENDING', 'RUNNING', 'SUCCESS', 'FAILURE', 'EXPIRED']),
				believed: ['PENDING', 'RUNNING', 'SUCCESS'],
			},
		],
		learn: ({ json }, known) => {
			if (at(json, 'result', 'status') === 'SUCCESS') known.set('result', known.get('task') ?? '');
		},
	},
	{
		key: 'result',
		request: (known) => {
			const id = known.get('result');
			return id === undefined
				? 'the report was not ready in time'
				: reports(`/${encodeURIComponent(id)}/result`);
		},
		questions: [
			{
				about: 'fields of a result',
				sheet: '5.2',
				found: ({ json }) => presentOf(at(json, 'result'), ['columns', 'rows', 'totals']),
				believed: 'columns, rows, totals',
			},
			{
				about: 'fields of a column',
				sheet: '5.2',
				found: ({ json }) => presentOf(at(json, 'result', 'columns', 0), ['name', 'type']),
				believed: 'name, type',
			},
			{
				about: 'kind of a row',
				sheet: '5.2',
				found: ({ json }) =>
					at(json, 'result', 'rows', 0) === undefined ? undefined : kindOf(at(json, 'result', 'rows', 0)),
				believed: 'a list',
			},
		],
	},
	{
		key: 'no-metrics',
		request: () => ({
			method: 'POST',
			path: '/v2/reports',
			json: { metrics: [], dateRange: { from: moscowDay(-1), to: moscowDay(-1) } },
		}),
		expects: [400],
		questions: [
			status('a report of no metrics', '5.2', 400),
			{
				about: 'fields of the refusal of a report',
				sheet: '5.2',
				found: ({ json }) => `${fieldsOf(json)}: ${fieldsOf(at(json, 'error'))}`,
				believed: 'error: code, message',
			},
			{
				about: 'code of the refusal of a report',
				sheet: '5.2',
				found: ({ json }) => among(at(json, 'error', 'code'), ['EMPTY_METRICS']),
				believed: 'EMPTY_METRICS',
			},
		],
	},
	{
		key: 'foreign-task',
		request: () => reports('/00000000-0000-4000-8000-000000000000'),
		expects: [400, 403, 404],
		questions: [
			status('a report that never was', '9'),
			{ about: 'waiting that a refused poll asks for', sheet: '9', found: retryAfter },
		],
	},
];
