import { runReport, type FailedSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import { daysBetween, planSlices, type Slices } from '../../../connector/slices';
import { MissingIds } from '../operations/missing-ids';
import type { ReportOperation } from '../operations/operation';
import type { Run, SliceScope } from '../operations/run';
import { ParameterError } from '../parameters/parameter-error';
import { plural } from '../parameters/shown';
import {
	dateOptions,
	dateRange,
	refuseRange,
	SINCE_LAST_RUN,
	timezoneOption,
	TODAY,
	withoutRange,
} from './date-fields';
import type { Loading, Report, ReportDeclaration } from './declaration';
import { loadOptions, readLoadSettings, readSizes, sizeOptions, type ReportLimits } from './limits';
import { openPeriod, type Period } from './period';
import { addSliceColumnsOption, andSliceColumns, withSliceColumns } from './slice-columns';
import { sliceItem } from './slice-item';

/** Of a report without dates: everything there is. */
const NO_PERIOD: Period = { window: undefined, delivered: () => undefined };

const NOTHING_DELIVERED = 'that goes on from what was delivered, and this operation delivers no rows';

/** The operations of a report. Dates, slices, failed slices, polling and the cursor of Since Last Run come from here. */
export function defineReport<Api, Request>(report: ReportDeclaration<Api, Request>): Report<Api, Request> {
	const { options = [], rowFields = [], rowOptions = [], limits, manyRows } = report;
	const hasDates = report.dates !== 'none';
	const fields = report.fields.flatMap(
		report.daysOverOnly === undefined ? (field) => [field] : withoutRange(TODAY),
	);

	const onSlices: Report<Api, Request>['onSlices'] = (text, rows) => ({
		...text,
		gives: 'items',
		fields: fields.flatMap(withoutRange(SINCE_LAST_RUN)),
		options: [...options, ...sizeOptions(limits), ...(hasDates ? [timezoneOption] : [])],
		async *rows(run) {
			// Nothing is delivered, so no cursor may move.
			if (hasDates) refuseRange(run.parameters, SINCE_LAST_RUN, NOTHING_DELIVERED);
			const request = report.request(run.parameters, run.observe);
			const { slices } = await planned(report, run, request);
			refuseTooMany(slices, limits);
			const scope = scopeOf(report, request);
			yield* rows(run, { request, slices, itemOf: (slice) => sliceItem(slice, scope) });
		},
	});

	return {
		load: (text): ReportOperation<Api> => ({
			...text,
			value: report.operation,
			gives: 'report',
			manyRows,
			// With a limit days would be left out, and the next run would not know of it.
			...(hasDates ? { everythingWith: { [dateRange.field.name]: [SINCE_LAST_RUN] } } : {}),
			fields: [...fields, ...rowFields],
			options: [
				...options,
				...rowOptions,
				...sizeOptions(limits),
				...loadOptions(limits),
				...(hasDates ? [addSliceColumnsOption, ...dateOptions] : []),
			],
			columns(run) {
				const { parameters, observe } = run;
				const columns = report.columns(report.request(parameters, observe), run);
				return hasDates && parameters.optionFlag('addSliceColumns') ? andSliceColumns(columns) : columns;
			},
			rows: (run) => rowsOf(report, run),
		}),
		plan: (text) =>
			onSlices({ ...text, name: 'Plan Slices', value: 'planSlices' }, (_run, { slices, itemOf }) => [
				Array.from(slices, itemOf),
			]),
		onSlices,
	};
}

async function* rowsOf<Api, Request>(
	report: ReportDeclaration<Api, Request>,
	run: Run<Api>,
): AsyncGenerator<Page> {
	const { parameters, limit, observe, signal, onFailedSlice } = run;
	const { limits } = report;
	const request = report.request(parameters, observe);
	const scope = scopeOf(report, request);
	const settings = readLoadSettings(parameters, limits);
	const addsColumns = report.dates !== 'none' && parameters.optionFlag('addSliceColumns');
	const missing = new MissingIds(limits.ids?.what ?? 'ID');
	let failed = 0;
	const collect =
		onFailedSlice &&
		((failure: FailedSlice) => {
			failed += 1;
			onFailedSlice(failure, scope);
		});
	const loading: Loading<Api> = {
		...run,
		...settings,
		onFailedSlice: collect,
		answered: (slice, ids) => {
			missing.compare(slice.ids ?? [], ids);
		},
	};
	const { slices, period } = await planned(report, run, request);
	if (period.window !== undefined) run.loads(period.window);
	let rows = 0;
	if (slices.length > 0) {
		const read = await report.read(loading, request);
		for await (const page of runReport(slices, {
			read: addsColumns ? withSliceColumns(read) : read,
			cuts: { days: cutsDays(report, request), ids: limits.ids !== undefined },
			holdRows: limits.holdRows,
			maxConcurrency: settings.maxConcurrency,
			ordersAhead: settings.ordersAhead,
			limit,
			onFailedSlice: collect,
			observe,
			signal,
		})) {
			rows += page.length;
			yield page;
		}
	}
	if (rows === 0) await report.whenEmpty?.(run, request);
	missing.tell(observe);
	if (failed === 0) run.whenDelivered(period.delivered);
}

async function planned<Api, Request>(
	report: ReportDeclaration<Api, Request>,
	run: Run<Api>,
	request: Request,
): Promise<{ slices: Slices; period: Period }> {
	const { limits, identity, ids, variants, groups, refuse, sizesForLimit, daysOverOnly } = report;
	const hasDates = report.dates !== 'none';
	if (daysOverOnly !== undefined) refuseRange(run.parameters, TODAY, daysOverOnly);
	const asked = readSizes(run.parameters, limits, cutsDays(report, request));
	const period = hasDates ? openPeriod(run, identity === undefined ? request : identity(request)) : NO_PERIOD;
	const { window } = period;
	if (window === undefined && hasDates) return { slices: [], period };
	if (window !== undefined) refuse?.(window, request, run);
	const { remaining } = run.limit;
	const days = window === undefined ? 1 : daysBetween(window.dateFrom, window.dateTo);
	const sizes = remaining === Infinity ? asked : (sizesForLimit?.(asked, remaining, request, days) ?? asked);
	const slices = planSlices({
		window,
		daysPerSlice: sizes.days,
		ids: await ids?.(run, request),
		idsPerSlice: sizes.ids,
		variants: variants?.(request),
		groups: await groups?.(run, request),
	});
	return { slices, period };
}

function cutsDays<Api, Request>({ dates }: ReportDeclaration<Api, Request>, request: Request): boolean {
	return dates !== 'none' && dates(request) === 'cut';
}

function scopeOf<Api, Request>(
	{ operation, scope }: ReportDeclaration<Api, Request>,
	request: Request,
): SliceScope {
	return (slice) => ({ resource: 'report', operation, ...scope(slice, request) });
}

/** Slices and ids in them that a plan may have: each becomes an item, and n8n holds all items as one text. */
const MOST_PLANNED = 1_000_000;

/** @throws {ParameterError} */
function refuseTooMany(slices: Slices, limits: ReportLimits): void {
	const options = ['Days per Request', ...(limits.ids === undefined ? [] : ['IDs per Request'])].join(', ');
	let planned = 0;
	for (const { ids = [] } of slices) {
		planned += 1 + ids.length;
		if (planned > MOST_PLANNED)
			throw new ParameterError(
				'Date Range',
				`Date Range makes ${plural(slices.length, 'slice')}, and with their IDs they are more than n8n can hold as items.`,
				`Choose fewer days or IDs, or put more of them into one request: Options > ${options}.`,
			);
	}
}
