import { describe, expect, it } from '@jest/globals';

import {
	AccessDeniedError,
	CredentialInvalidError,
	NotFoundError,
	RateLimitedError,
	RequestInvalidError,
} from '../../../connector/errors';
import { advice } from '../../../nodes/MyTarget/failure';

describe('what to do', () => {
	const dead = { fields: ['id'] };
	it.each([
		[
			'about an address',
			new NotFoundError('x', { unforeseen: 'form' }),
			/https:\/\/ads\.vk\.com .*\/api\/v3/,
		],
		[
			'about an address is not what limits are about',
			new RateLimitedError('x', { unforeseen: 'page' }),
			undefined,
		],
		[
			'about a dead id, in whatever form',
			new NotFoundError('x', { ...dead, unforeseen: 'form' }),
			/One of the IDs/,
		],
		['about an object', new NotFoundError('x'), /^Check the ID/],
		['about a token', new CredentialInvalidError('x', { unforeseen: 'form' }), /Client Secret/],
		['about no access to a method', new AccessDeniedError('x', { status: 429 }), /Waiting does not help/],
		['about rights', new AccessDeniedError('x', { status: 403 }), /Agency Client Credentials/],
		['about a method', new RequestInvalidError('x', { status: 405 }), /does not allow/],
		['about a long address', new RequestInvalidError('x', { status: 414 }), /IDs per Request/],
		['about another request is general', new RequestInvalidError('x', { status: 400 }), undefined],
		['about waiting is general', new RateLimitedError('x', { status: 405 }), undefined],
	])('%s', (_name, error, words) => {
		if (words === undefined) expect(advice(error)).toBeUndefined();
		else expect(advice(error)).toMatch(words);
	});
});
