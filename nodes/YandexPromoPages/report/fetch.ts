import type { ListOperation } from '../../shared/operations/operation';
import type { YandexPromoPagesApi } from '../api';

export const fetch: ListOperation<YandexPromoPagesApi> = {
	name: 'Fetch',
	value: 'fetch',
	description: 'Get the rows of a report that was ordered before, or a note that it is not ready',
	action: 'Fetch ordered daily statistics',
	gives: 'list',
	fields: [
		{
			displayName: 'Report ID',
			name: 'reportId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.reportId }}',
			description: 'As Report > Create gave it. Reports are kept for 30 days.',
		},
	],
	async *rows({ api, parameters }) {
		const reportId = parameters.requiredText('reportId');
		yield (await api.report(reportId)) ?? [{ reportId, ready: false }];
	},
};
