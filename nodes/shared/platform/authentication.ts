import type { INode, INodeProperties } from 'n8n-workflow';

import type { Platform } from './platform';

/** Above all others, on nodes of platforms that have two ways in. */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Access Token', value: 'accessToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'accessToken',
};

/** The platform by the way in that the node's user chose; like the field it holds for all input items. */
export function asAuthenticated<Api>(platform: Platform<Api>, { parameters }: INode): Platform<Api> {
	return parameters.authentication === 'oAuth2' ? { ...platform, ...platform.oAuth2 } : platform;
}
