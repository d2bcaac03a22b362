import { ConnectorError } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';

/** These end the run, whoever met them. */
const ENDS_EVERYTHING: ReadonlySet<string> = new Set(['cancelled', 'credential-invalid']);

/** A look-up that only serves a hint: when it fails, the report goes on without it. */
export async function asCourtesy(observe: Observe, lookUp: () => Promise<void>): Promise<void> {
	try {
		await lookUp();
	} catch (error) {
		if (!(error instanceof ConnectorError) || ENDS_EVERYTHING.has(error.kind)) throw error;
		observe({ type: 'remark', text: `The names in the filter could not be checked: ${error.message}` });
	}
}
