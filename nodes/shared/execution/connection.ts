import type { Parameters } from '../parameters/parameters';
import { readRequestSettings } from '../parameters/request-options';
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
	const settings = readRequestSettings(parameters, defaults, platform.timeoutGraceMs / 1000);
	const credential = await node.getCredentials(credentialType, itemIndex);
	const host = executionHost(node, credentialType, itemIndex);
	const { api, secrets } = await openApi(platform, credential, { ...callerOf(execution), host }, settings);
	execution.keepSecret(secrets);
	return api;
}

function callerOf<Api>({ ports, observe, signal, retryBudget }: Execution<Api>): Caller {
	return { ports, observe, signal, retryBudget };
}
