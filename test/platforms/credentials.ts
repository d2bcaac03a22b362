import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import { platforms } from '.';
import type { TestPlatform } from './platform';

export interface StoredCredential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly data: IDataObject;
}

/** Credentials that lead to the sandbox, by type. */
export function credentialsByType(sandbox: Sandbox): Record<string, IDataObject> {
	return Object.fromEntries(
		platforms.map((platform) => [platform.credentialType, platform.credential(sandbox)]),
	);
}

/** Credentials of accounts beside those, by id. */
export function credentialsById(sandbox: Sandbox): Record<string, IDataObject> {
	return Object.fromEntries(others(sandbox).map(({ id, data }) => [id, data]));
}

/** All of them as an n8n with the workflows of examples/ stores them. */
export function storedCredentials(sandbox: Sandbox): StoredCredential[] {
	const main = platforms.map((platform) => ({
		...platform.stored,
		type: platform.credentialType,
		data: platform.credential(sandbox),
	}));
	return [...main, ...others(sandbox)];
}

/** How a node of a workflow names its credential. */
export function reference({ credentialType, stored }: TestPlatform) {
	return { [credentialType]: stored };
}

function others(sandbox: Sandbox): StoredCredential[] {
	return platforms.flatMap(({ credentialType, otherCredentials }) =>
		(otherCredentials?.(sandbox) ?? []).map((credential) => ({ ...credential, type: credentialType })),
	);
}
