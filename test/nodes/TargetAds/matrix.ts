import type { MatrixPart, Operation, Role, Write } from '../../faults/model';
import type { Sandbox } from '../../sandbox';
import { lists } from './matrix-lists';

const DAYS = { dateFrom: '2026-02-01', dateTo: '2026-02-06' };
const PERIOD = { dateRange: 'custom', ...DAYS, returnAll: true };
const TYPES = ['Click', 'Impression'];

const RAW_FIELDS = ['InteractionTime', 'InteractionType', 'InteractionPlacementId'];
const RAW = {
	resource: 'report',
	operation: 'getRaw',
	fields: RAW_FIELDS,
	interactionTypes: TYPES,
	campaignScope: 'all',
	...PERIOD,
};
const RAW_QUESTION = { fields: RAW_FIELDS, interactionTypes: TYPES, ...DAYS };

const PATH_FIELDS = ['PathDeviceID', 'PathPosition', 'InteractionTime', 'TargetEventName'];
const PATH = { resource: 'report', operation: 'getPathToConversion', pathFields: PATH_FIELDS, ...PERIOD };

const AGGREGATED = {
	resource: 'report',
	operation: 'getAggregated',
	dimensions: ['EventDate', 'MediaCampaign'],
	mediaMetrics: ['Impressions', 'Clicks'],
	targetMetrics: ['TargetEventCount'],
	simplify: false,
	...PERIOD,
};

const PERFORMANCE = { resource: 'report', operation: 'getPerformance', ...PERIOD };

const slowly = { daysPerRequest: 2, maxConcurrency: 1 };

/** Values of a CSV file are text. */
function asTexts(rows: Iterable<object>): object[] {
	return [...rows].map((row) =>
		Object.fromEntries(
			Object.entries(row).map(([field, value]) => [field, value === null ? '' : String(value)]),
		),
	);
}

/** A report in slices; `more` is what is special about it. */
function report(
	name: string,
	parameters: ReturnType<Operation['parameters']>,
	options: object,
	truth: Operation['truth'],
	more: Partial<Operation> = {},
): Operation {
	return {
		...{ name: `report.${name}`, slices: true, truth, ...more },
		parameters: () => ({ ...parameters, options: { ...options } }),
	};
}

const raw: Operation['truth'] = ({ targetAds }) => targetAds.rawRows(RAW_QUESTION);
const path = ({ targetAds }: Sandbox) => targetAds.pathRows({ fields: PATH_FIELDS, ...DAYS });
const jobs = { daysPerRequest: 3, maxConcurrency: 1 };

const reports: readonly Operation[] = [
	report('getRaw, direct', RAW, { ...slowly, pageSize: 100 }, raw),
	report(
		'getRaw, accessible campaigns, 3 at a time',
		{ ...RAW, campaignScope: 'accessible' },
		{ daysPerRequest: 3, idsPerRequest: 5, maxConcurrency: 3 },
		({ targetAds }) => targetAds.rawRows({ ...RAW_QUESTION, placementIds: targetAds.accessibleIds }),
		// Which of the requests has the short time-out is not known before.
		{ concurrent: true, except: ['time'] },
	),
	report(
		'getRaw, jobs, ordered ahead',
		{ ...RAW, delivery: 'job' },
		jobs,
		({ targetAds }) => asTexts(targetAds.rawRows(RAW_QUESTION)),
		{ concurrent: true, except: ['time'] },
	),
	report('getPathToConversion, direct', PATH, { ...slowly, pageSize: 10 }, path),
	// Nothing is ordered ahead of a limit, so that requests come one by one.
	report(
		'getPathToConversion, jobs',
		{ ...PATH, delivery: 'job', returnAll: false, limit: 1_000_000 },
		jobs,
		(sandbox) => asTexts(path(sandbox)),
	),
	report('getAggregated', AGGREGATED, slowly, ({ targetAds }) =>
		targetAds.aggregatedRows({ ...AGGREGATED, fields: AGGREGATED.dimensions, ...DAYS }),
	),
	// Of the account as a whole, which needs no names.
	report('getPerformance', { ...PERFORMANCE, performanceLevel: 'account' }, slowly, 'undisturbed run'),
	{
		name: 'report.planSlices',
		parameters: () => ({
			...RAW,
			...{ operation: 'planSlices', campaignScope: 'accessible' },
			options: { daysPerRequest: 3, idsPerRequest: 100 },
		}),
		truth: ({ targetAds: { accessibleIds } }) => {
			const campaignIds = accessibleIds.map(String);
			const scope = { campaignScope: 'selected', campaignIds, interactionTypes: RAW.interactionTypes };
			return [
				{ dateFrom: '2026-02-01', dateTo: '2026-02-03', index: 0 },
				{ dateFrom: '2026-02-04', dateTo: '2026-02-06', index: 1 },
			].map((days) => ({ resource: 'report', operation: 'getRaw', ...scope, ...days, count: 2 }));
		},
	},
];

type Asked = Parameters<MatrixPart['roleOf']>[0];

function roleOf({ path, platform }: Asked): Role {
	if (platform === 'storage') return 'download';
	if (path.startsWith('/v2/reports/')) return 'order';
	return path.startsWith('/v2/jobs/') ? 'poll' : 'read';
}

export const matrix: MatrixPart = {
	// Half a day more, so that the hours that a run waits do not change the number of whole days.
	account: { placements: 12, rowsPerCell: 4, expiresAt: '2026-09-18T21:00:00Z' },
	roleOf,
	pages: { path: /^\/v1\/reports\/(raw_reports|path_to_conversion)$/, method: 'POST' },
	pageOf: ({ body }) => ((body as { Offset: number } | undefined)?.Offset ? 'later' : 'first'),
	countedPages: { path: /^\/v1\/meta\/(campaigns|target_event)$/ },
	countedReports: { path: /^\/v1\/reports\/|^\/v2\/jobs\// },
	hasCursors: false,
	orders: { path: /^\/v2\/reports\//, method: 'POST' },
	jobStates: ['FAILED', 'SOMETHING_NEW'],
	refusalBody: undefined,
	operations: [...lists, ...reports],
};

const EVENT = {
	...{ resource: 'event', operation: 'upload', eventName: 'Purchase', uid: 'user-1' },
	...{ eventType: 'ecommerce', eventCategory: 'transaction' },
};

const uploads = (name: string, parameters: object): Write => ({
	name: `event.upload, ${name}`,
	parameters: () => ({ ...EVENT, ...parameters }),
	made: ({ targetAds }) => targetAds.takenEvents.length,
});

export const writes: readonly Write[] = [
	uploads('an event of now', {}),
	uploads('a batch', { additionalFields: { time: '2026-02-01T10:00:00+03:00', eventValue: 1990.5 } }),
];
