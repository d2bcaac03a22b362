import { ConnectorError, endsRun } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';

/** A look-up that only serves a hint: when it fails, the report goes on without it. */
export async function lookUpForHint(observe: Observe, lookUp: () => Promise<void>): Promise<void> {
	try {
		await lookUp();
	} catch (error) {
		if (!(error instanceof ConnectorError) || endsRun(error)) throw error;
		observe({ type: 'remark', text: `The names in the filter could not be checked: ${error.message}` });
	}
}
