import { describe, expect, it } from '@jest/globals';

import { pathSegment } from '../../../connector/client';
import { RequestInvalidError } from '../../../connector/errors';

describe('pathSegment', () => {
	it.each(['a', 'a/b', '../..', '%2e%2e', '..a', 'a?b#c', 'я', '\ud800'])(
		'keeps %j within one segment',
		(text) => {
			const { pathname } = new URL(`https://example.com/reports/${pathSegment(text)}/result`);

			expect(pathname.split('/')).toHaveLength(4);
			expect(pathname.startsWith('/reports/')).toBe(true);
		},
	);

	it.each(['', '.', '..'])('refuses %j, which is no segment', (text) => {
		expect(() => pathSegment(text)).toThrow(RequestInvalidError);
	});
});
