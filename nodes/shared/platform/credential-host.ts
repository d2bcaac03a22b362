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

/** @param itemIndex of the input item in an execution; the editor has none */
export function credentialHost(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	credentialType: string,
	itemIndex?: number,
): CredentialHost {
	const credential = context.getNode().credentials?.[credentialType];
	return {
		id: credential?.id ?? credential?.name ?? credentialType,
		read: () => context.getCredentials(credentialType, itemIndex),
		authenticatedGet: async (url) => {
			await context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
				method: 'GET',
				url,
				json: true,
			});
		},
	};
}
