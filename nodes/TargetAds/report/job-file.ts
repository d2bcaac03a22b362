import { quoted } from '../../../connector/client';
import { ConnectorError, ResponseInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import { decodeCsv, gunzipByMagicBytes, type Page } from '../../../connector/rows';
import type { TargetAdsApi } from '../api';
import type { JobAnswer } from '../schemas';

interface FinishedFile {
	readonly url: string;
	/** As the platform counted them; undefined when it did not say. */
	readonly rowCount: number | undefined;
}

interface JobOrder {
	readonly id: string;
	readonly fields: readonly string[];
}

const RUNNING = new Set(['CREATED', 'PROCESSING']);
const FAILED = new Set(['FAILED', 'CANCELLED', 'EXPIRED']);

/**
 * Reads the state of a job (sheet 4.9), in whatever case it is written.
 *
 * @returns undefined while the job runs
 * @throws {TemporarilyUnavailableError} the platform gave up on it
 * @throws {ResponseInvalidError} a state that nobody knows, which could otherwise be waited for without end
 */
export function finishedFile(id: string, job: JobAnswer): FinishedFile | undefined {
	const status = job.status.toUpperCase();
	if (RUNNING.has(status)) return undefined;
	if (FAILED.has(status)) {
		const words = quoted(job.error_message);
		const reason = words === '' ? '' : `: ${words}`;
		throw new TemporarilyUnavailableError(`TargetADS ended job ${id} as ${status}${reason}.`);
	}
	if (status !== 'DONE')
		throw new ResponseInvalidError(`TargetADS says that job ${id} is "${job.status}", which is unknown.`);
	if (!job.download_url)
		throw new ResponseInvalidError(`TargetADS finished job ${id} without a link to its file.`);
	return { url: job.download_url, rowCount: job.row_count ?? undefined };
}

/**
 * The rows of a finished job. A download that breaks off is begun again with a fresh link, without the rows that were
 * handed on before. Nothing here orders anything.
 */
export async function* jobFile(
	api: TargetAdsApi,
	{ id, fields }: JobOrder,
	file: FinishedFile,
	signal: AbortSignal,
): AsyncGenerator<Page> {
	const recovery = api.recovery(signal);
	let current = file;
	let delivered = 0;
	for (;;) {
		try {
			for await (const page of rowsAfter(delivered, await open(api, current, { id, fields }, signal))) {
				delivered += page.length;
				recovery.progressed();
				yield page;
			}
			assertComplete(id, delivered, current);
			return;
		} catch (error) {
			await recovery.after(error);
			// Links expire (sheet 3.10), and asking for the job again gives a new one.
			current = finishedFile(id, await api.job(id, signal)) ?? current;
		}
	}
}

/** Decides by content what the file is: it comes compressed although nothing says so (sheet T7). */
async function open(
	api: TargetAdsApi,
	{ url, rowCount }: FinishedFile,
	order: JobOrder,
	signal: AbortSignal,
): Promise<AsyncIterable<Page>> {
	try {
		return decodeCsv(gunzipByMagicBytes(await api.download(url, signal)), {
			onColumns: (columns) => {
				assertOrdered(columns, order, rowCount);
			},
		});
	} catch (error) {
		if (!(error instanceof ConnectorError) || error.status === undefined || error.status === 429) throw error;
		// A refusal of the storage says nothing about the account: the link is too old.
		throw new TemporarilyUnavailableError(error.message, {
			status: error.status,
			retryAfterMs: error.retryAfterMs,
		});
	}
}

async function* rowsAfter(skip: number, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
	let left = skip;
	for await (const page of pages) {
		const rest = left === 0 ? page : page.slice(left);
		left -= page.length - rest.length;
		if (rest.length > 0) yield rest;
	}
}

/** The header names the fields that were ordered (sheet 3.10). Any text is CSV of a kind, a page of HTML too. */
function assertOrdered(
	columns: readonly string[],
	{ id, fields }: JobOrder,
	rowCount: number | undefined,
): void {
	if (columns.length === 0 && rowCount === 0) return;
	if (!columns.some((column) => fields.includes(column)))
		throw new ResponseInvalidError(`The file of job ${id} is not the report that was ordered.`);
}

function assertComplete(id: string, delivered: number, { rowCount }: FinishedFile): void {
	if (rowCount !== undefined && rowCount !== delivered)
		throw new ResponseInvalidError(
			`The file of job ${id} has ${delivered} rows, but TargetADS announced ${rowCount}.`,
		);
}
