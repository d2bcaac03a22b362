import type { LiveAnswer, LiveRequest, Probe } from '../../probe';
import { among, at, fieldsOf, kindOf, momentOf, presentOf, retryAfter, status } from '../../words';
import { moscowDay } from '../days';
import { refusal } from './answers';

const yesterday = () => ({ DateFrom: moscowDay(-1), DateTo: moscowDay(-1) });

function report(name: string, json: object): LiveRequest {
	return { method: 'POST', path: `/v1/reports/${name}`, json: { ResponseType: 'JSON', ...json } };
}

const rawFields = ['InteractionTime', 'InteractionType', 'InteractionPlacementId'];

const raw = (more: object) =>
	report('raw_reports', {
		Fields: rawFields,
		InteractionFilter: { ...yesterday(), InteractionType: ['Click'] },
		Offset: 0,
		Limit: 2,
		...more,
	});

const rowsOf = ({ json }: LiveAnswer) => at(json, 'data') ?? at(json, 'Rows');
const firstRow = (answer: LiveAnswer) => at(rowsOf(answer), 0);
const countOf = ({ json }: LiveAnswer) => at(json, 'count') ?? at(json, 'CountRows');

/** Undefined where no row says it. */
const ifRows = (found: (row: unknown) => string) => (answer: LiveAnswer) =>
	firstRow(answer) === undefined ? undefined : found(firstRow(answer));

const envelope = ({ json }: LiveAnswer) =>
	presentOf(json, ['data', 'Rows', 'count', 'CountRows', 'has_more', 'Columns']);

/** Whether a count is that of the page or of all rows. */
function countMeans(answer: LiveAnswer): string | undefined {
	const rows = rowsOf(answer);
	const count = Number(countOf(answer));
	if (!Array.isArray(rows) || rows.length === 0 || Number.isNaN(count)) return undefined;
	return count === rows.length
		? 'the rows of the page'
		: count > rows.length
			? 'more than the page has'
			: 'fewer than the page has';
}

const orderOfJob = (key: string, json: () => object, sheet: string, believed: number[]): Probe => ({
	key,
	request: () => ({ method: 'POST', path: '/v2/reports/raw_reports', json: json() }),
	questions: [status(`a job for one day is ordered, ${key.replace('job-', '')} body`, sheet, ...believed)],
	learn: ({ json: answer }, known) => {
		const id = at(answer, 'job_id');
		if (typeof id === 'string') known.set('job', id);
	},
});

export const reportsProbes: readonly Probe[] = [
	{
		key: 'raw',
		request: () => raw({}),
		questions: [
			status('raw clicks of yesterday, two rows', '3.4', 200),
			{ about: 'envelope of raw data', sheet: 'T3', found: envelope, believed: 'data, count, has_more' },
			{ about: 'what the count of raw data counts', sheet: '7', found: countMeans },
			{
				about: 'form of InteractionTime',
				sheet: '1',
				found: ifRows((row) => momentOf(at(row, 'InteractionTime'))),
				believed: 'YYYY-MM-DD HH:MM:SS',
			},
			{
				about: 'kind of InteractionPlacementId',
				sheet: '4.2',
				found: ifRows((row) => kindOf(at(row, 'InteractionPlacementId'))),
				believed: ['a number', 'digits as text'],
			},
		],
	},
	{
		key: 'raw-far-offset',
		request: () => raw({ Offset: 2_000_000_000 }),
		questions: [
			status('raw data beyond its end', '7'),
			{
				about: 'rows beyond the end',
				sheet: '3.4',
				found: (answer) => kindOf(rowsOf(answer)),
				believed: 'an empty list',
			},
			{
				about: 'has_more beyond the end',
				sheet: '3.4',
				found: ({ json }) => among(at(json, 'has_more'), ['true', 'false']),
				believed: ['false', 'missing'],
			},
		],
	},
	{
		key: 'raw-without-fields',
		request: () => raw({ Fields: undefined }),
		expects: [400, 422],
		questions: [
			status('raw data without Fields', '3.11', 400),
			{
				about: 'key of the list of errors',
				sheet: 'T13',
				found: ({ json }) => presentOf(json, ['Errors', 'ErrorsField']),
				believed: 'Errors',
			},
			{
				about: 'fields of an error',
				sheet: '3.11',
				found: ({ json }) => fieldsOf(at(at(json, 'Errors') ?? at(json, 'ErrorsField'), 0)),
				believed: 'Error, FailedField, Tag, Value',
			},
		],
	},
	{
		key: 'aggregated',
		request: () =>
			report('agg_report', {
				Fields: ['EventDate'],
				MediaMetrics: ['Impressions', 'Clicks'],
				InteractionFilter: yesterday(),
				AttributionModel: 'mli',
				AttributionWindow: '30',
				DateGrouping: 'day',
				Offset: 0,
				Limit: 2,
			}),
		questions: [
			status('aggregated data of yesterday', '3.5', 200),
			{
				about: 'envelope of aggregated data',
				sheet: '3.5',
				found: envelope,
				believed: 'Rows, CountRows, Columns',
			},
			{
				about: 'kind of a number in it',
				sheet: 'T4',
				found: ifRows((row) => kindOf(at(row, 'Impressions'))),
				believed: 'digits as text',
			},
			{
				about: 'form of EventDate',
				sheet: '3.5',
				found: ifRows((row) => momentOf(at(row, 'EventDate'))),
				believed: 'YYYY-MM-DD',
			},
		],
	},
	{
		key: 'path',
		request: () =>
			report('path_to_conversion', {
				Fields: ['InteractionTime', 'EventTime', 'EventName'],
				TargetFilter: { ...yesterday(), EventType: ['Purchase'] },
				Offset: 0,
				Limit: 2,
			}),
		questions: [
			status('the path to purchases of yesterday', '3.6'),
			{
				about: 'envelope of the path',
				sheet: '3.6',
				found: envelope,
				believed: ['data, count, has_more', 'Rows, CountRows, Columns'],
			},
		],
	},
	orderOfJob(
		'job-documented',
		() => ({
			ResponseType: 'JSON',
			Fields: rawFields,
			InteractionFilter: { ...yesterday(), InteractionType: ['Click'] },
			Stable: 1,
			Offset: 0,
			Limit: 2,
		}),
		'T6',
		[200, 201, 202],
	),
	{
		key: 'job',
		request: (known) => {
			const id = known.get('job');
			return id === undefined ? 'no job was taken' : { path: `/v2/jobs/${encodeURIComponent(id)}` };
		},
		questions: [
			status('a job is looked at', '3.9', 200),
			{
				about: 'word for the status of a job',
				sheet: '4.9',
				found: ({ json }) =>
					among(at(json, 'status'), ['CREATED', 'PROCESSING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED']),
				believed: ['CREATED', 'PROCESSING', 'DONE'],
			},
		],
	},
	{
		key: 'foreign-job',
		request: () => ({ path: '/v2/jobs/00000000-0000-4000-8000-000000000000' }),
		expects: [400, 403, 404, 410],
		questions: [
			status('a job that never was', '7'),
			{ about: 'fields of the refusal of a job', sheet: '7', found: refusal },
			{ about: 'waiting that the refusal of a job asks for', sheet: '7', found: retryAfter },
		],
	},
];
