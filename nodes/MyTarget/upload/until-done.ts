import { ConnectorError } from '../../../connector/errors';
import { runJob, type PollPolicy } from '../../../connector/job';
import type { Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';

interface Upload<Made> {
	/** Sent once. */
	readonly send: () => Promise<Made>;
	/** What it is asked after by. */
	readonly idOf: (made: Made) => string;
	/** What has become of it; undefined as long as there is more to wait for. */
	readonly look: (made: Made) => Promise<Row | undefined>;
}

/** What was uploaded, and what became of it; or why that is not known. */
export interface Uploaded<Made> {
	readonly made: Made;
	readonly done: Row | undefined;
	readonly failure: ConnectorError | undefined;
}

/**
 * Uploads something and waits for what the platform makes of it. Once it is uploaded nothing that goes wrong is a
 * failure of the upload: whoever took it for one would upload the same again.
 *
 * @throws {ConnectorError} it was not uploaded, or nobody knows whether it was; or the execution was stopped
 */
export async function untilDone<Made>(
	{ send, idOf, look }: Upload<Made>,
	policy: PollPolicy,
	{ clock, observe, signal }: Pick<Run<unknown>, 'clock' | 'observe' | 'signal'>,
): Promise<Uploaded<Made>> {
	const made = await send();
	const job = {
		order: async () => Promise.resolve(idOf(made)),
		poll: async () => look(made),
		resultOf: (state: Row | undefined) => state,
		fetch: (row: Row) => [[row]],
	};
	const ordered = async () => Promise.resolve();
	try {
		for await (const [done] of runJob(job, policy, { clock, observe, signal, ordered }))
			return { made, done, failure: undefined };
	} catch (error) {
		if (!(error instanceof ConnectorError) || error.kind === 'cancelled') throw error;
		return { made, done: undefined, failure: error };
	}
	return { made, done: undefined, failure: undefined };
}
