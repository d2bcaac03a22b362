import { SLICE_COLUMNS, reportPages } from '../../shared/items/report-pages';
import type { ReportOperation } from '../../shared/operations';
import { readPollPolicy } from '../../shared/parameters/poll-options';
import type { TargetAdsApi } from '../api';
import { HOLD_ROWS, POLL } from '../platform';
import { addCampaignNamesOption, NAME_COLUMNS, withCampaignNames } from './campaign-columns';
import { directReader } from './direct';
import { jobReader } from './job';
import { rawReportFields, rawReportOptions } from './raw-fields';
import { planRaw, rawScope } from './raw-plan';
import { rawBody, rawJobBody, readRawRequest } from './raw-request';

export const getRaw: ReportOperation<TargetAdsApi> = {
	name: 'Get Raw Data',
	value: 'getRaw',
	description: 'Get single interactions, such as page views and clicks, one row each',
	action: 'Get raw data',
	gives: 'report',
	fields: rawReportFields,
	options: [addCampaignNamesOption, ...rawReportOptions],
	columns({ parameters }) {
		const { fields, addCampaignNames, settings } = readRawRequest(parameters);
		return [
			...fields,
			...(addCampaignNames ? NAME_COLUMNS : []),
			...(settings.addSliceColumns ? SLICE_COLUMNS : []),
		];
	},
	async *rows(run) {
		const request = readRawRequest(run.parameters);
		const { delivery, settings, addCampaignNames } = request;
		const policy = readPollPolicy(run.parameters, POLL);
		const slices = await planRaw(run, request);
		const read =
			delivery === 'job'
				? jobReader(run, 'raw_reports', request.fields, (slice) => rawJobBody(request, slice), policy)
				: directReader(run, 'raw_reports', (slice) => rawBody(request, slice), settings.pageSize);
		yield* reportPages(run, {
			slices,
			read: addCampaignNames && slices.length > 0 ? await withCampaignNames(run.api, read) : read,
			cuts: { days: true, ids: true },
			scope: rawScope,
			maxConcurrency: settings.maxConcurrency,
			holdRows: HOLD_ROWS,
			addSliceColumns: settings.addSliceColumns,
		});
	},
};
