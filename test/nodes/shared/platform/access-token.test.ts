import { expect, it } from '@jest/globals';

import { parseAccessToken } from '../../../../nodes/shared/platform/access-token';
import { parameterErrorOf } from '../parameters/parameters-of';

it.each([
	['y0_Ab-c.1', 'y0_Ab-c.1'],
	[' \tabc\n', 'abc'],
	['Bearer abc', 'abc'],
	['OAUTH   abc', 'abc'],
	['bearerabc', 'bearerabc'],
	['a!~', 'a!~'],
])('takes %p', (value, token) => {
	expect(parseAccessToken(value)).toBe(token);
});

it.each(['', '  ', 'Bearer ', 'a b', 'a Bearer b', 'токен', 'aя', 'яa', 'a\u007f', 7, undefined])(
	'refuses %p',
	(value) => {
		const error = parameterErrorOf(() => parseAccessToken(value));
		expect(error.parameter).toBe('Access Token');
		expect(error.message).toContain('empty or holds characters');
	},
);
