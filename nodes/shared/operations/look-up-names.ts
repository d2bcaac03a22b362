import { ConnectorError, endsRun } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';

/**
 * What rows are only called by. Where it cannot be had they come without it, and a hint says so.
 *
 * @param what it is, in the plural: the beginning of a sentence
 * @returns undefined where it could not be had
 */
export async function lookUpNames<Found>(
	observe: Observe,
	what: string,
	lookUp: () => Promise<Found>,
): Promise<Found | undefined> {
	try {
		return await lookUp();
	} catch (error) {
		if (!(error instanceof ConnectorError) || endsRun(error)) throw error;
		observe({
			type: 'remark',
			text: `${what} could not be looked up, so they are empty in the rows, which are complete otherwise: ${error.message}`,
		});
		return undefined;
	}
}
