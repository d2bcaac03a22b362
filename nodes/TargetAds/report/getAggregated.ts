import type { ReadSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import { planSlices } from '../../../connector/slices';
import { reportPages, SLICE_COLUMNS } from '../../shared/report/report-pages';
import type { ReportOperation } from '../../shared/operations/operation';
import type { TargetAdsApi } from '../api';
import { campaignIdsOf } from '../campaign-scope';
import { ANSWERED_AS, HOLD_ROWS } from '../limits';
import { aggregatedFields, aggregatedOptions } from './aggregated-fields';
import {
	aggregatedBody,
	readAggregatedRequest,
	remarkOnAggregated,
	reportIdentity,
} from './aggregated-request';
import { directReader, moreByCount } from './direct';
import { metricsAsNumbers } from './metric-numbers';

export const getAggregated: ReportOperation<TargetAdsApi> = {
	name: 'Get Aggregated Data',
	value: 'getAggregated',
	description: 'Get media and target metrics, grouped by date, campaign or source',
	action: 'Get aggregated data',
	gives: 'report',
	fields: aggregatedFields,
	options: aggregatedOptions,
	columns({ parameters }) {
		const { fields, mediaMetrics, targetMetrics, settings } = readAggregatedRequest(parameters);
		const asked = [...fields, ...mediaMetrics, ...targetMetrics].map((name) => ANSWERED_AS[name] ?? name);
		return { requested: [...asked, ...(settings.addSliceColumns ? SLICE_COLUMNS : [])] };
	},
	async *rows(run) {
		const request = readAggregatedRequest(run.parameters);
		const { settings, simplify, cutsByDays, mediaMetrics, targetMetrics, campaigns } = request;
		const window = run.window(reportIdentity(request));
		if (window === undefined) return;
		const ids = await campaignIdsOf(campaigns, run);
		remarkOnAggregated(request, ids, run.observe);
		const read = directReader(run, {
			path: 'agg_report',
			body: (slice) => aggregatedBody(request, slice),
			pageSize: settings.pageSize,
			hasMore: moreByCount,
		});
		yield* reportPages(run, {
			slices: planSlices({ window, daysPerSlice: settings.daysPerRequest, ids, idsPerSlice: 0 }),
			read: simplify ? mapped(read, metricsAsNumbers([...mediaMetrics, ...targetMetrics])) : read,
			cuts: { days: cutsByDays, ids: false },
			scope: (slice) => ({
				resource: 'report',
				operation: 'getAggregated',
				campaignScope: slice.ids === undefined ? 'all' : 'selected',
				...(slice.ids === undefined ? {} : { campaignIds: [...slice.ids] }),
			}),
			maxConcurrency: settings.maxConcurrency,
			holdRows: HOLD_ROWS,
			addSliceColumns: settings.addSliceColumns,
		});
	},
};

function mapped(read: ReadSlice, map: (page: Page) => Page): ReadSlice {
	return async function* (...slice): AsyncGenerator<Page> {
		for await (const page of read(...slice)) yield map(page);
	};
}
