import type { Parameters } from '../parameters/parameters';
import { readRequestSettings } from '../parameters/request-options';
import { credentialHost } from '../platform/credential-host';
import { filteredPorts } from '../platform/egress';
import { openApi, type OpenedApi } from '../platform/open-api';
import { processKey } from '../platform/ports';
import type { Execution } from './execution';

/**
 * Opens a platform's API with the credential and the request options of one input item; for those with the same ones it
 * is the same, with what it has learnt of the account, such as names.
 */
export async function connect<Api>(
	execution: Execution<Api>,
	parameters: Parameters,
	itemIndex: number,
): Promise<OpenedApi<Api>> {
	const { node, platform, ports, observe, signal, retryBudget } = execution;
	const { defaults, credentialType } = platform;
	const settings = readRequestSettings(parameters, defaults, platform.timeoutGraceMs / 1000);
	const credential = await node.getCredentials(credentialType, itemIndex);
	// A credential may keep the tokens of hundreds of accounts.
	const key = processKey(JSON.stringify([settings, credential]));
	const known = execution.opened.get(key);
	if (known !== undefined) return known;
	const host = credentialHost(node, credentialType, itemIndex);
	const caller = { ports: filteredPorts(ports, node.helpers), observe, signal, retryBudget, host };
	const opened = await openApi(platform, credential, caller, settings);
	execution.keepSecret(opened.secrets);
	execution.opened.set(key, opened);
	return opened;
}
