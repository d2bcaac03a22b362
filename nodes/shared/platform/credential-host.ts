import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

/** The credential as n8n keeps it, for platforms whose tokens n8n renews and stores. */
export interface CredentialHost {
	/** Of the stored credential; nodes that share it have the same. */
	readonly id: string;
	/** Reads the credential as it is stored now. */
	read(): Promise<ICredentialDataDecryptedObject>;
	/** Sends a GET by n8n's own helper, which lets the credential get itself a token where it needs one. */
	authenticatedGet(url: string): Promise<void>;
}

export function executionHost(
	node: IExecuteFunctions,
	credentialType: string,
	itemIndex: number,
): CredentialHost {
	return {
		id: credentialId(node, credentialType),
		read: () => node.getCredentials(credentialType, itemIndex),
		authenticatedGet: async (url) => {
			await node.helpers.httpRequestWithAuthentication.call(node, credentialType, {
				method: 'GET',
				url,
				json: true,
			});
		},
	};
}

export function editorHost(context: ILoadOptionsFunctions, credentialType: string): CredentialHost {
	return {
		id: credentialId(context, credentialType),
		read: () => context.getCredentials(credentialType),
		authenticatedGet: async (url) => {
			await context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
				method: 'GET',
				url,
				json: true,
			});
		},
	};
}

function credentialId(context: IExecuteFunctions | ILoadOptionsFunctions, credentialType: string): string {
	const credential = context.getNode().credentials?.[credentialType];
	return credential?.id ?? credential?.name ?? credentialType;
}
