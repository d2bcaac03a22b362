import type { Parameters } from '../parameters/parameters';
import { DEFAULT_MAX_RETRIES, MOST_RETRIES } from '../parameters/request-options';
import type { Execution } from './execution';
import { executionHost } from '../platform/credential-host';
import { openApi, type Caller } from '../platform/open-api';

/** Opens a platform's API with the credential and the request options of one input item. */
export async function connect<Api>(
	execution: Execution<Api>,
	parameters: Parameters,
	itemIndex: number,
): Promise<Api> {
	const { node, platform } = execution;
	const { defaults, credentialType } = platform;
	const settings = {
		timeoutSeconds: parameters.optionNumber('timeout', {
			minimum: 1,
			default: defaults.timeoutSeconds + platform.timeoutGraceMs / 1000,
		}),
		maxWaitSeconds: parameters.optionNumber('maxWait', { minimum: 0, default: defaults.maxWaitSeconds }),
		maxRetries: parameters.optionWholeNumber('maxRetries', {
			minimum: 0,
			maximum: MOST_RETRIES,
			default: DEFAULT_MAX_RETRIES,
		}),
		budgetShare: parameters.optionNumber('budgetShare', { minimum: 0, maximum: 1, default: 1 }),
	};
	const credential = await node.getCredentials(credentialType, itemIndex);
	const host = executionHost(node, credentialType, itemIndex);
	const { api, secrets } = await openApi(platform, credential, { ...callerOf(execution), host }, settings);
	execution.keepSecret(secrets);
	return api;
}

function callerOf<Api>({ ports, observe, signal, retryBudget }: Execution<Api>): Caller {
	return { ports, observe, signal, retryBudget };
}
