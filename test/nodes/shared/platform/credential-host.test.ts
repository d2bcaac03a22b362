import { describe, expect, it } from '@jest/globals';
import type { IExecuteFunctions, INodeCredentialsDetails } from 'n8n-workflow';

import { credentialHost } from '../../../../nodes/shared/platform/credential-host';
import { someNode } from '../fake-node';

function hostOf(credential?: INodeCredentialsDetails, itemIndex?: number) {
	const calls: unknown[] = [];
	const context = {
		getNode: () => ({ ...someNode, credentials: credential && { fakeApi: credential } }),
		getCredentials: (...args: unknown[]) => {
			calls.push(args);
			return Promise.resolve({ token: 'a' });
		},
		helpers: {
			httpRequestWithAuthentication(this: unknown, ...args: unknown[]) {
				calls.push([this === context, ...args]);
				return Promise.resolve({ secret: 'of the answer' });
			},
		},
	};
	return { host: credentialHost(context as unknown as IExecuteFunctions, 'fakeApi', itemIndex), calls };
}

describe('the credential as n8n keeps it', () => {
	it.each<[INodeCredentialsDetails | undefined, string]>([
		[{ id: 'c1', name: 'Mine' }, 'c1'],
		[{ id: null, name: 'Mine' }, 'Mine'],
		[undefined, 'fakeApi'],
	])('%j is known as %s', (credential, id) => {
		expect(hostOf(credential).host.id).toBe(id);
	});

	it('is read anew, for the input item', async () => {
		const { host, calls } = hostOf({ id: 'c1', name: 'Mine' }, 3);
		expect(await host.read()).toEqual({ token: 'a' });
		expect(calls).toEqual([['fakeApi', 3]]);
	});

	it("gets itself a token on a request of n8n, whose answer is nobody's", async () => {
		const { host, calls } = hostOf();
		await expect(host.authenticatedGet('https://api.example')).resolves.toBeUndefined();
		expect(calls).toEqual([[true, 'fakeApi', { method: 'GET', url: 'https://api.example', json: true }]]);
	});
});
