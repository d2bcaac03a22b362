import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestHelper,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

/** The credential as n8n keeps it, for platforms whose tokens n8n renews and stores. */
export interface CredentialHost {
	/** Of the stored credential; nodes that share it have the same. */
	readonly id: string;
	/** Reads the credential as it is stored now. */
	read(): Promise<ICredentialDataDecryptedObject>;
	/**
	 * Sends a GET by n8n's own helper, which lets the credential get itself a token where it needs one.
	 *
	 * @param instead data that the credential sees in place of what is stored, and a token that signs the request already
	 */
	authenticatedGet(url: string, instead?: HandedOver): Promise<void>;
	/** What a credential itself sends requests with. */
	readonly http: IHttpRequestHelper;
	/** Has n8n renew the token of a credential that it has connected by OAuth2, and keep it. */
	refreshOAuth2Token(): Promise<void>;
}

interface HandedOver {
	readonly token: string;
	readonly data: ICredentialDataDecryptedObject;
}

/** Whatever n8n calls a node with. */
type Context =
	IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IHookFunctions | IWebhookFunctions;

/** @param itemIndex of the input item in an execution; the editor and triggers have none */
export function credentialHost(context: Context, credentialType: string, itemIndex?: number): CredentialHost {
	const credential = context.getNode().credentials?.[credentialType];
	return {
		id: credential?.id ?? credential?.name ?? credentialType,
		read: () => context.getCredentials(credentialType, itemIndex),
		authenticatedGet: async (url, instead) => {
			const { helpers } = context;
			const request = { method: 'GET', url, json: true } as const;
			if (instead === undefined) {
				await helpers.httpRequestWithAuthentication.call(context, credentialType, request);
				return;
			}
			const credentialsDecrypted: ICredentialsDecrypted = {
				...{ id: credential?.id ?? '', name: credential?.name ?? '', type: credentialType },
				data: instead.data,
			};
			const headers = { authorization: `Bearer ${instead.token}` };
			const signed = { ...request, headers };
			await helpers.httpRequestWithAuthentication.call(context, credentialType, signed, {
				credentialsDecrypted,
			});
		},
		http: { helpers: { httpRequest: (options) => context.helpers.httpRequest(options) } },
		refreshOAuth2Token: async () => {
			await context.helpers.refreshOAuth2Token.call(context, credentialType);
		},
	};
}
