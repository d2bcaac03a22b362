import { NotFoundError, RequestInvalidError } from '../../../connector/errors';
import type { AdfoxApi } from '../api';
import { bounded, type ReportRequest } from './request';

const INSTEAD = 'Remove the conditions, or use Metrics and Dimensions instead of a Saved Report.';

/**
 * A saved report with conditions, as the order of a report of its own: the order of a saved one has no room for them, so
 * its metrics, dimensions and filters are read first (sheet 5.2; trap 7.4, 6). A condition takes the place
 * of the report's own on the same field.
 *
 * @throws {RequestInvalidError} a fixed report, of which ADFOX does not tell them
 */
export async function withConditions(
	api: AdfoxApi,
	request: ReportRequest,
	signal: AbortSignal,
): Promise<ReportRequest> {
	const { reportName, filters, ownerId } = request;
	const info = await api.reportInfo(reportName, ownerId, signal).catch((error: unknown) => {
		if (!(error instanceof NotFoundError) || error.unforeseen !== undefined) throw error;
		throw error.with({
			message: `${error.message} ADFOX tells the columns of custom reports only, and without them Filters cannot be used.`,
			advice: `Check the name of the Saved Report. If it is a fixed report: ${INSTEAD}`,
		});
	});
	if (info.metrics.length === 0)
		throw new RequestInvalidError(
			`The Saved Report ${reportName} is a fixed one: ADFOX does not tell its metrics, so it cannot be ordered with Filters.`,
			{ advice: INSTEAD },
		);
	const fields = new Set(filters.map(({ field }) => field));
	const own = info.filters.filter(({ field }) => !fields.has(field));
	return {
		...request,
		reportName: '',
		metrics: info.metrics,
		dimensions: info.dimensions,
		filters: bounded('Filters', [...own, ...filters]),
	};
}
