import { ConnectorError } from '../../../connector/errors';
import { dailyStatistics } from './get';
import { reportOrder } from './request';

export const create = dailyStatistics.onSlices(
	{
		name: 'Order Daily Statistics',
		value: 'create',
		description:
			'Order daily statistics without waiting, one item per order with its reportId and publisherId, for Fetch Daily Statistics to return them minutes or days later; Get Daily Statistics does both at once',
		action: 'Order daily statistics',
		// Each order takes one of 1,000 places (sheet 3.1), so n8n's Retry On Fail may not repeat the ones made before.
		writes: true,
	},
	async function* ({ api, signal }, { request, slices, itemOf }) {
		const ordered: string[] = [];
		for (const slice of slices) {
			try {
				const reportId = await api.orderReport(request.level, reportOrder(request, slice), signal);
				ordered.push(reportId);
				yield [{ reportId, ...itemOf(slice) }];
			} catch (error) {
				if (!(error instanceof ConnectorError) || ordered.length === 0) throw error;
				// The orders before this one stand, and their ids would be lost with the error.
				const before = `Reports that had been ordered before: ${ordered.join(', ')}.`;
				throw error.with({ message: `${error.message} ${before}` });
			}
		}
	},
);
