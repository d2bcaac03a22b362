import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	INode,
	Workflow,
} from 'n8n-workflow';

/** `{ headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } }` and the like, put onto a request. */
export function authenticateGeneric(
	{ properties }: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const resolve = (value: string): string => {
		if (!value.startsWith('=')) return value;
		const keys = { $credentials: credentials };
		const resolved = workflow.expression.getSimpleParameterValue(
			node,
			value,
			'internal',
			keys,
			undefined,
			'',
		);
		return typeof resolved === 'string' || typeof resolved === 'number' ? String(resolved) : '';
	};
	const request = requestOptions as unknown as Record<string, Record<string, string> | undefined>;
	request.headers ??= {};
	for (const [part, values] of Object.entries(properties)) {
		const target = (request[part] ??= {});
		for (const [name, value] of Object.entries(values as Record<string, string>)) {
			target[resolve(name)] = resolve(value);
		}
	}
	return requestOptions;
}
