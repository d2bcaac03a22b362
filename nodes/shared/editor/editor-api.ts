import type { ICredentialDataDecryptedObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { createRedactor } from '../../../connector/errors';
import { RetryBudget } from '../../../connector/retry';
import { adviceInEditor } from '../errors/advice';
import { toNodeError } from '../errors/node-error';
import { credentialHost, type CredentialHost } from '../platform/credential-host';
import { asAuthenticated } from '../platform/authentication';
import { filteredPorts } from '../platform/egress';
import { asObject } from '../parameters/json';
import { locatorId } from '../parameters/locator';
import { ParameterError } from '../parameters/parameter-error';
import type { RequestSettings } from '../parameters/request-options';
import { openApi, type OpenedApi } from '../platform/open-api';
import type { Platform } from '../platform/platform';
import { processPorts, type Ports } from '../platform/ports';

/** Somebody sits in front of the editor and waits. */
const EDITOR_SETTINGS: RequestSettings = {
	timeoutSeconds: 20,
	maxWaitSeconds: 5,
	maxRetries: 1,
	budgetShare: 1,
};

/** The API for what the editor asks outside of an execution: dropdowns and credential tests. */
export async function editorApi<Api>(
	platform: Platform<Api>,
	credential: ICredentialDataDecryptedObject,
	ports: Ports,
	host?: CredentialHost,
	otherAccount?: string,
): Promise<OpenedApi<Api>> {
	const caller = {
		ports,
		observe: () => undefined,
		signal: new AbortController().signal,
		retryBudget: new RetryBudget(),
		host,
	};
	return openApi(platform, credential, caller, { ...EDITOR_SETTINGS, otherAccount });
}

interface FromAccount {
	readonly ports?: Ports;
	/** `chosen`: that of the option for another account, where it is set. */
	readonly whose?: 'chosen' | 'own';
}

/**
 * Fills a dropdown from the account.
 *
 * @throws {NodeError} in the same words as an execution
 */
export async function fromAccount<Api, Result>(
	context: ILoadOptionsFunctions,
	basic: Platform<Api>,
	load: (api: Api) => Promise<Result>,
	{ ports = processPorts, whose = 'chosen' }: FromAccount = {},
): Promise<Result> {
	const platform = asAuthenticated(basic, context.getNode());
	const credential = await context.getCredentials(platform.credentialType);
	let redact = createRedactor([], platform.secretHeaders);
	try {
		const host = credentialHost(context, platform.credentialType);
		const filtered = filteredPorts(ports, context.helpers);
		const other = whose === 'own' ? undefined : otherAccountIn(context, platform);
		const { api, secrets } = await editorApi(platform, credential, filtered, host, other);
		redact = createRedactor(secrets, platform.secretHeaders);
		return await load(api);
	} catch (error) {
		throw toNodeError(error, {
			node: context.getNode(),
			itemIndex: 0,
			redact,
			advice: adviceInEditor(platform.advice),
			rows: 0,
		});
	}
}

/** @throws {ParameterError} it comes from an expression, which only an execution can read */
function otherAccountIn<Api>(
	context: ILoadOptionsFunctions,
	{ defaults: { otherAccount } }: Platform<Api>,
): string | undefined {
	if (otherAccount === undefined) return undefined;
	const { displayName, name } = otherAccount;
	const chosen = locatorId(asObject(context.getCurrentNodeParameter('options'))[name]);
	if (chosen === '') return undefined;
	if (!chosen.startsWith('=')) return chosen;
	throw new ParameterError(
		displayName,
		`${displayName} in Options is an expression, so it is not known here whose list to show.`,
		'Enter IDs in place of choosing from the list.',
	);
}
