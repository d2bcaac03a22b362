import { SLICE_COLUMNS, reportPages } from '../../shared/report/report-pages';
import type { ReportOperation } from '../../shared/operations/operation';
import { dateOptions } from '../../shared/report/date-fields';
import { readPollPolicy } from '../../shared/report/poll-options';
import type { TargetAdsApi } from '../api';
import { remarkUnknownCampaigns } from '../campaign-scope';
import { HOLD_ROWS, POLL } from '../limits';
import { addCampaignNamesOption, NAME_COLUMNS, withCampaignNames } from './campaign-columns';
import { directReader, moreByFlag } from './direct';
import { jobReader } from './job';
import { rawPlanOptions, rawReportFields } from './raw-fields';
import { planRaw, rawScope } from './raw-plan';
import { rawBody, rawJobBody, readRawRequest } from './raw-request';
import { deliveredOptions } from './settings';

export const getRaw: ReportOperation<TargetAdsApi> = {
	name: 'Get Raw Data',
	value: 'getRaw',
	description: 'Get single interactions, such as page views and clicks, one row each',
	action: 'Get raw data',
	gives: 'report',
	fields: rawReportFields,
	options: [addCampaignNamesOption, ...rawPlanOptions, ...deliveredOptions, ...dateOptions],
	columns({ parameters }) {
		const { fields, addCampaignNames, settings } = readRawRequest(parameters);
		const names = addCampaignNames ? NAME_COLUMNS : [];
		return { requested: [...fields, ...names, ...(settings.addSliceColumns ? SLICE_COLUMNS : [])] };
	},
	async *rows(run) {
		const request = readRawRequest(run.parameters);
		const { delivery, settings, addCampaignNames } = request;
		const policy = readPollPolicy(run.parameters, POLL);
		const slices = await planRaw(run, request);
		const read =
			delivery === 'job'
				? jobReader(run, 'raw_reports', request.fields, (slice) => rawJobBody(request, slice), policy)
				: directReader(run, {
						path: 'raw_reports',
						body: (slice) => rawBody(request, slice),
						pageSize: settings.pageSize,
						hasMore: moreByFlag,
					});
		let rows = 0;
		for await (const page of reportPages(run, {
			slices,
			read: addCampaignNames && slices.length > 0 ? await withCampaignNames(run.api, read) : read,
			cuts: { days: true, ids: true },
			scope: rawScope,
			maxConcurrency: settings.maxConcurrency,
			holdRows: HOLD_ROWS,
			addSliceColumns: settings.addSliceColumns,
		})) {
			rows += page.length;
			yield page;
		}
		if (rows === 0) await remarkUnknownCampaigns(request.campaigns, run);
	},
};
