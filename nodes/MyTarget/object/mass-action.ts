import { ConnectorError } from '../../../connector/errors';
import { cutIds } from '../../../connector/slices';
import { changedBefore } from '../../shared/operations/changed-before';
import { plural } from '../../shared/parameters/shown';
import { MASS_ACTION } from '../limits';

interface MassAction {
	readonly ids: readonly string[];
	/** What they are of, in the singular. */
	readonly one: string;
	/** What else was changed before, as a sentence. */
	readonly changed?: string;
}

/**
 * Changes objects, so many in one request (sheet 3.6).
 *
 * @throws {ConnectorError} naming what the request was about and what was changed before it
 */
export async function inMassActions(
	{ ids, one, changed }: MassAction,
	send: (batch: readonly string[]) => Promise<void>,
): Promise<void> {
	let done = 0;
	for (const batch of cutIds(ids, MASS_ACTION)) {
		try {
			await send(batch);
		} catch (error) {
			if (!(error instanceof ConnectorError) || (ids.length === 1 && changed === undefined)) throw error;
			const which = `It was about ${plural(batch.length, one)} from ${batch[0] ?? ''} on; ${changedBefore(ids, done)}`;
			throw error.with({ message: [error.message, which, changed].filter(Boolean).join(' ') });
		}
		done += batch.length;
	}
}
