import { quoted } from '../../../connector/client';
import { ConnectorError, ResponseInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import { decodeCsv, gunzipByMagicBytes, type Page } from '../../../connector/rows';
import { plural } from '../../shared/parameters/shown';
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

interface JobReading extends JobOrder {
	readonly onStrayQuote: (line: number) => void;
}

/** A hint is no place for thousands of lines. */
const NAMED_LINES = 20;

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
	order: JobOrder,
	file: FinishedFile,
	{ signal, observe }: { readonly signal: AbortSignal; readonly observe: Observe },
): AsyncGenerator<Page> {
	// Those of a file that is begun again come again.
	const strayQuotes = new Set<number>();
	try {
		yield* wholeFile(api, { ...order, onStrayQuote: (line) => strayQuotes.add(line) }, file, signal);
	} finally {
		tellStrayQuotes(order, [...strayQuotes], observe);
	}
}

async function* wholeFile(
	api: TargetAdsApi,
	reading: JobReading,
	file: FinishedFile,
	signal: AbortSignal,
): AsyncGenerator<Page> {
	const { id } = reading;
	const recovery = api.recovery(signal);
	let current = file;
	let delivered = 0;
	for (;;) {
		try {
			for await (const page of rowsAfter(delivered, await open(api, current, reading, signal))) {
				delivered += page.length;
				recovery.progressed();
				yield page;
			}
			assertCounted(id, delivered, current);
			return;
		} catch (error) {
			await recovery.after(error);
			// Links expire (sheet 3.10), and asking for the job again gives a new one.
			const fresh = finishedFile(id, await api.job(id, signal)) ?? current;
			const counts = [current.rowCount, fresh.rowCount].filter((count) => count !== undefined);
			// That its answer no longer counts them does not make the rows fewer.
			current = { url: fresh.url, rowCount: counts.length === 0 ? undefined : Math.max(...counts) };
		}
	}
}

/** Decides by content what the file is: it comes compressed although nothing says so (sheet T7). */
async function open(
	api: TargetAdsApi,
	{ url, rowCount }: FinishedFile,
	reading: JobReading,
	signal: AbortSignal,
): Promise<AsyncIterable<Page>> {
	try {
		return decodeCsv(gunzipByMagicBytes(await api.download(url, signal)), {
			onColumns: (columns) => {
				assertOrdered(columns, reading, rowCount);
			},
			onStrayQuote: reading.onStrayQuote,
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

/** @throws {ResponseInvalidError} there are not even those that are skipped, so some are missing */
async function* rowsAfter(skip: number, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
	let left = skip;
	for await (const page of pages) {
		const rest = left === 0 ? page : page.slice(left);
		left -= page.length - rest.length;
		if (rest.length > 0) yield rest;
	}
	if (left > 0)
		throw new ResponseInvalidError(`The file has ${skip - left} rows now, after ${skip} had come before.`);
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

function assertCounted(id: string, delivered: number, { rowCount }: FinishedFile): void {
	if (rowCount !== undefined && rowCount !== delivered)
		throw new ResponseInvalidError(
			`The file of job ${id} has ${delivered} rows, but TargetADS announced ${rowCount}.`,
		);
}

function tellStrayQuotes({ id }: JobOrder, lines: readonly number[], observe: Observe): void {
	if (lines.length === 0) return;
	const more = lines.length > NAMED_LINES ? ` and ${lines.length - NAMED_LINES} more` : '';
	observe({
		type: 'remark',
		series: 'file',
		text: `The file of job ${id} has quotes inside of values on ${plural(lines.length, 'line')} (${lines.slice(0, NAMED_LINES).join(', ')}${more}). They were read as part of the values, since there is one way only to read these lines.`,
	});
}
