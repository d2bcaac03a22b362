import { expect, it } from '@jest/globals';

import { AccessDeniedError, RateLimitedError, TimeoutError } from '../../../../connector/errors';
import { adviceOn, generalAdvice, inTime } from '../../../../nodes/shared/errors/advice';

it.each([
	[1, 'in 1 seconds'],
	[1001, 'in 2 seconds'],
	[119_000, 'in 119 seconds'],
	[119_001, 'in 2 minutes'],
	[121_000, 'in 3 minutes'],
	[7_140_000, 'in 119 minutes'],
	[7_140_001, 'in 2 hours'],
	[90_000_000, 'in 25 hours'],
])('says for %d ms at least that long: %s', (ms, text) => {
	expect(inTime(ms)).toBe(text);
});

it('names the wait when it is known', () => {
	expect(generalAdvice(new RateLimitedError('No.', { retryAfterMs: 60_000 }))).toContain('in 60 seconds');
	expect(generalAdvice(new RateLimitedError('No.'))).toContain('later');
});

it('advises smaller parts only where there are any', () => {
	expect(generalAdvice(new TimeoutError('No.', { splittable: true }))).toContain('smaller');
	expect(generalAdvice(new TimeoutError('No.'))).not.toContain('smaller');
});

it('blames what is on the way for a page, unless a change has to be looked up', () => {
	const page = { status: 403, unforeseen: 'page' } as const;
	const ofPlatform = () => 'Check the rights of the account.';
	expect(adviceOn(new AccessDeniedError('No.', page), ofPlatform)).toContain('firewall');
	expect(adviceOn(new AccessDeniedError('No.', { status: 403 }), ofPlatform)).toBe(ofPlatform());
	expect(adviceOn(new AccessDeniedError('No.', { ...page, check: 'Look it up.' }), ofPlatform)).toBe(
		'Look it up.',
	);
});
