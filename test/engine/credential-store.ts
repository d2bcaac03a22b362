import type { ICredentialDataDecryptedObject, INodeCredentialsDetails } from 'n8n-workflow';

import { intoEngine } from './host';

export type CredentialData = Record<string, unknown>;

/** What stands in for n8n's table of credentials: decrypted data by id, or by type for every id. */
export class CredentialStore {
	private readonly byId = new Map<string, ICredentialDataDecryptedObject>();
	private readonly byType = new Map<string, ICredentialDataDecryptedObject>();

	constructor(byType: Record<string, CredentialData> = {}, byId: Record<string, CredentialData> = {}) {
		for (const [type, data] of Object.entries(byType)) this.byType.set(type, stored(data));
		for (const [id, data] of Object.entries(byId)) this.byId.set(id, stored(data));
	}

	/** @throws Error when the node's credential is in neither list, as n8n does for an unknown id. */
	read(details: INodeCredentialsDetails, type: string): ICredentialDataDecryptedObject {
		const data = this.byId.get(details.id ?? '') ?? this.byType.get(type);
		if (data === undefined) {
			throw new Error(`Credential with ID "${details.id ?? ''}" does not exist for type "${type}".`);
		}
		return stored(data);
	}

	write(details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): void {
		const id = details.id ?? '';
		if (this.byId.has(id)) this.byId.set(id, stored(data));
		else this.byType.set(type, stored(data));
	}

	/** Under the type or id that each was given by. */
	all(): Record<string, ICredentialDataDecryptedObject> {
		return { ...Object.fromEntries(this.byType), ...Object.fromEntries(this.byId) };
	}
}

function stored(data: CredentialData): ICredentialDataDecryptedObject {
	return intoEngine(data) as ICredentialDataDecryptedObject;
}
