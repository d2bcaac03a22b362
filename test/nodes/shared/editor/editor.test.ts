import { describe, expect, it } from '@jest/globals';
import {
	NodeApiError,
	NodeOperationError,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';

import { AccessDeniedError, NotFoundError, ResponseInvalidError } from '../../../../connector/errors';
import { credentialTest, testCredential } from '../../../../nodes/shared/editor/credential-test';
import { fromAccount } from '../../../../nodes/shared/editor/editor-api';
import { ParameterError } from '../../../../nodes/shared/parameters/parameter-error';
import { FakeClock } from '../../../support/fake-clock';
import { someNode } from '../fake-node';
import { accountOf, list, pagesOf, platformWith, portsOf, SECRET } from '../fake-platform';

const platform = platformWith(list(() => pagesOf([])));
const ports = portsOf(new FakeClock());

const refused = {
	...platform,
	account: () => {
		throw new ParameterError('Project ID', 'Project ID is empty.', 'Enter it.');
	},
};

describe('Test in the credential dialog', () => {
	it('says that it is connected', async () => {
		await expect(testCredential(platform, {}, async () => {}, ports)).resolves.toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
	});

	it('is a method of the node, which gets what was entered', async () => {
		const seen: unknown[] = [];
		const entered = {
			...platform,
			account: (credential: unknown) => {
				seen.push(credential);
				return accountOf(() => ({}));
			},
		};
		const test = credentialTest(entered, async () => {});
		const dialog = {} as ICredentialTestFunctions;
		for (const data of [{ token: 'a' }, undefined])
			expect(await test.call(dialog, { data } as ICredentialsDecrypted)).toMatchObject({ status: 'OK' });
		expect(seen).toEqual([{ token: 'a' }, {}]);
	});

	it.each<[string, unknown, RegExp]>([
		['an answer', new AccessDeniedError('The token may not.'), /^The token may not\. Check that the account/],
		[
			'an address, in the words of the platform',
			new NotFoundError('Not found.'),
			/^Not found\. Nothing is known at this address\. Check the Base URL of the credential\.$/,
		],
		['a parameter without advice', new ParameterError('Token', 'Token is empty.'), /^Token is empty\.$/],
		['anything else', new Error('Broken.'), /^Broken\.$/],
		['what is no error', 'Broken.', /^Broken\.$/],
	])('says what is wrong with %s', async (_name, failure, message) => {
		const result = await testCredential(platform, {}, () => Promise.reject(failure as Error), ports);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
	});

	it('shows the id of the request', async () => {
		const failure = new AccessDeniedError('No.', { requestId: 'a1b2' });
		const { message } = await testCredential(platform, {}, () => Promise.reject(failure), ports);
		expect(message).toMatch(/by its ID a1b2\.$/);
	});

	it('says what is wrong with the credential itself', async () => {
		await expect(testCredential(refused, {}, async () => {}, ports)).resolves.toEqual({
			status: 'Error',
			message: 'Project ID is empty. Enter it.',
		});
	});

	it('shows no secret', async () => {
		const failure = new AccessDeniedError(`The key ${SECRET} is unknown.`);
		const { message } = await testCredential(platform, {}, () => Promise.reject(failure), ports);
		expect(message).toContain('The key *** is unknown.');
		expect(message).not.toContain(SECRET);
	});
});

describe('a dropdown', () => {
	const context = {
		getCredentials: <T extends object>() => Promise.resolve({} as T),
		getNode: () => someNode,
		helpers: {} as ILoadOptionsFunctions['helpers'],
	} as Pick<ILoadOptionsFunctions, 'getCredentials' | 'getNode' | 'helpers'> as ILoadOptionsFunctions;

	/** What filling it fails with. */
	const refusal = (of: typeof platform, load: () => Promise<unknown[]>) =>
		fromAccount(context, of, load, { ports }).catch((thrown: unknown) => thrown);

	it('is filled from the account', async () => {
		await expect(fromAccount(context, platform, async () => ['a'], { ports })).resolves.toEqual(['a']);
	});

	it('fails in the words of an execution, without a secret', async () => {
		const failure = new ResponseInvalidError(`No list for ${SECRET}.`, { status: 200 });
		const error = await refusal(platform, () => Promise.reject(failure));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'No list for ***.',
			description: expect.stringContaining('please report it'),
			context: { kind: 'response-invalid' },
		});
		expect(JSON.stringify(error)).not.toContain(SECRET);
	});

	it('names what is wrong with the credential', async () => {
		const error = await refusal(refused, async () => []);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Project ID is empty.', description: 'Enter it.' });
	});
});
