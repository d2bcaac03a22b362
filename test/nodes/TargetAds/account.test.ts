import { describe, expect, it } from '@jest/globals';

import { account } from '../../../nodes/TargetAds/account';
import { parameterErrorOf } from '../shared/parameters/parameters-of';

const credential = { accessToken: 'abc', projectId: ' 0123 ', baseUrl: 'https://api.example/v1/' };

describe('an account', () => {
	it('signs with its token, which is its secret, and is known by its project', async () => {
		const opened = account(credential);
		expect(opened).toMatchObject({
			...{ baseUrl: 'https://api.example/v1', secrets: ['abc'], identity: '0123 abc', owner: '0123' },
		});
		expect(await opened.auth.sign()).toEqual({ authorization: 'Bearer abc' });
		expect(account({ ...credential, projectId: 7 }).owner).toBe('7');
	});

	it.each(['', '7a', 'a7', '7 8', true, undefined])('needs a project: %p', (projectId) => {
		const error = parameterErrorOf(() => account({ ...credential, projectId } as never));
		expect(error).toMatchObject({
			parameter: 'Project ID',
			message: 'Project ID has to be a whole number.',
			advice: 'Enter it in the credential.',
		});
	});
});
