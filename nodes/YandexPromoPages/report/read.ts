import { ConnectorError } from '../../../connector/errors';
import { waitForJob, type PollPolicy } from '../../../connector/job';
import type { Page } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import type { Run } from '../../shared/operations/run';
import type { YandexPromoPagesApi } from '../api';
import { reportOrder, type ReportRequest } from './request';

/** Reads slices: order, wait, take the rows. */
export function reportReader(
	{ api, clock, observe }: Run<YandexPromoPagesApi>,
	request: ReportRequest,
	policy: PollPolicy,
) {
	return async function* (slice: Slice, signal: AbortSignal): AsyncGenerator<Page> {
		const id = await api.orderReport(request.level, reportOrder(request, slice), signal);
		try {
			const job = { id, poll: () => api.report(id, signal), resultOf: (rows: Page | undefined) => rows };
			yield await waitForJob(job, policy, { clock, observe, signal });
		} catch (error) {
			// The report exists, and each order takes one of 1,000 places: only one that is too large is ordered in halves.
			if (error instanceof ConnectorError && error.kind !== 'response-invalid') error.splittable = false;
			throw error;
		}
	};
}
