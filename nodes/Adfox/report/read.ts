import {
	ConnectorError,
	RequestInvalidError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
} from '../../../connector/errors';
import { waitForJob, type PollPolicy } from '../../../connector/job';
import type { ReadSlice } from '../../../connector/report';
import type { Run } from '../../shared/operations/run';
import { plural } from '../../shared/parameters/shown';
import type { AdfoxApi } from '../api';
import { REPORT_ROWS } from '../limits';
import type { ResultAnswer, TaskAnswer } from '../schemas';
import { reportOrder, savedReportOrder, type ReportRequest } from './request';
import { rowsOf } from './rows';

/** Reads slices: order, wait, take the result (sheet 5.2). */
export function reportReader(run: Run<AdfoxApi>, request: ReportRequest, policy: PollPolicy): ReadSlice {
	const { api, limit } = run;
	return async function* (slice, signal) {
		const rows = Math.min(limit.remaining, REPORT_ROWS);
		const { reportName } = request;
		const id =
			reportName === ''
				? await api.orderReport(reportOrder(request, slice, rows), signal)
				: await api.orderSavedReport(reportName, savedReportOrder(request, slice), signal);
		const result = await finished(run, id, policy, signal);
		if (result.rows.length >= REPORT_ROWS && limit.remaining > rows)
			throw new RequestInvalidError(
				`The report has ${plural(REPORT_ROWS, 'row')}, the most that ADFOX gives at once, so some are missing. Use fewer dimensions or more filters.`,
				{ splittable: true },
			);
		if (result.rows.length >= rows) limit.noteMore();
		yield rowsOf(result);
	};
}

async function finished(
	{ api, clock, observe }: Run<AdfoxApi>,
	id: string,
	policy: PollPolicy,
	signal: AbortSignal,
): Promise<ResultAnswer> {
	try {
		const job = { id, poll: () => api.task(id, signal), resultOf: (task: TaskAnswer) => success(id, task) };
		await waitForJob(job, policy, { clock, observe, signal });
		return await api.result(id, signal);
	} catch (error) {
		// The report exists: only one that is too large is ordered in halves.
		if (error instanceof ConnectorError && error.kind !== 'response-invalid') error.splittable = false;
		throw error;
	}
}

/**
 * @returns undefined while the task runs
 * @throws {ConnectorError} it ended without a result; a loop that waits for SUCCESS alone would never end (sheet 7.4)
 */
function success(id: string, { status, error }: TaskAnswer): true | undefined {
	switch (status) {
		case 'PENDING':
		case 'RUNNING':
			return undefined;
		case 'SUCCESS':
			return true;
		case 'FAILURE': {
			const words = [error?.message, error?.code].filter(Boolean).join(', ');
			throw new TemporarilyUnavailableError(
				`ADFOX could not make report ${id} (FAILURE): ${words || 'no reason given'}.`,
			);
		}
		case 'EXPIRED':
			throw new TemporarilyUnavailableError(
				`Report ${id} of ADFOX has expired before it could be read (EXPIRED).`,
			);
		default:
			throw new ResponseInvalidError(`Report ${id} of ADFOX is in the unknown state "${status}".`);
	}
}
