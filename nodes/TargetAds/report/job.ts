import { ConnectorError } from '../../../connector/errors';
import { waitForJob, type PollPolicy } from '../../../connector/job';
import type { ReadSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import type { Run } from '../../shared/operations/run';
import type { JobPath, TargetAdsApi } from '../api';
import type { JobAnswer } from '../schemas';
import { finishedFile, jobFile } from './job-file';

/** Reads slices as jobs: order, wait, download (v2, sheet 3.7 to 3.10). An order is never repeated on doubt. */
export function jobReader(
	{ api, clock, observe }: Run<TargetAdsApi>,
	report: JobPath,
	fields: readonly string[],
	body: (slice: Slice) => object,
	policy: PollPolicy,
): ReadSlice {
	return async function* (slice, signal): AsyncGenerator<Page> {
		const id = await api.orderJob(report, body(slice), signal);
		try {
			const job = {
				id,
				poll: () => api.job(id, signal),
				resultOf: (state: JobAnswer) => finishedFile(id, state),
			};
			const file = await waitForJob(job, policy, { clock, observe, signal });
			yield* jobFile(api, { id, fields }, file, signal);
		} catch (error) {
			// The job exists, whatever became of asking after it: halves of the slice would order the same rows again.
			if (error instanceof ConnectorError) error.splittable = false;
			throw error;
		}
	};
}
