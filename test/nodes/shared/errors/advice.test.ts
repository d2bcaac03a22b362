import { expect, it } from '@jest/globals';

import {
	AccessDeniedError,
	QuotaExhaustedError,
	RateLimitedError,
	TemporarilyUnavailableError,
	TimeoutError,
} from '../../../../connector/errors';
import {
	adviceInEditor,
	adviceOn,
	generalAdvice,
	inTime,
	requestIdText,
	wrongBaseUrl,
} from '../../../../nodes/shared/errors/advice';

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

it('names Max Wait only where more patience helps', () => {
	const details = { retryAfterMs: 60_000 };
	expect(generalAdvice(new RateLimitedError('No.', { ...details, tooLongWait: true }))).toContain('Max Wait');
	expect(generalAdvice(new RateLimitedError('No.', details))).not.toContain('Max Wait');
});

it('puts what the place knows that met the error before what the platform or everybody says', () => {
	const error = new TemporarilyUnavailableError('No.', { advice: 'Set the clock.' });
	expect(adviceOn(error, () => 'Check the token.')).toBe('Set the clock.');
});

it.each([
	new RateLimitedError('No.', { retryAfterMs: 60_000, tooLongWait: true }),
	new RateLimitedError('No.'),
	new QuotaExhaustedError('No.', { retryAfterMs: 7_200_000, tooLongWait: true }),
	new TimeoutError('No.', { splittable: true }),
	new TimeoutError('No.'),
	new TemporarilyUnavailableError('No.'),
])('names no Options where there are none (%#)', (error) => {
	const said = adviceOn(
		error,
		adviceInEditor(() => undefined),
	);
	expect(said).not.toContain('Options');
	expect(said.length).toBeGreaterThan(10);
});

it('leaves to the platform what it knows better, there too', () => {
	const advice = adviceInEditor(() => 'Ask the administrator.');
	expect(adviceOn(new TemporarilyUnavailableError('No.'), advice)).toBe('Ask the administrator.');
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

it('names the address that a Base URL is as a rule, and what is added to it', () => {
	expect(wrongBaseUrl('https://api.example', '/v1')).toMatch(/https:\/\/api\.example, .* adds \/v1\./);
});

it('in the editor says nothing of its own where the kind says it all', () => {
	const advice = adviceInEditor(() => undefined);
	expect(advice(new AccessDeniedError('No.'))).toBeUndefined();
	expect(advice(new TimeoutError('No.'))).toBe('Try again later.');
});

it('names the request to the support only if it has a number', () => {
	expect(requestIdText(new TimeoutError('No.'))).toBe('');
	expect(requestIdText(new TimeoutError('No.', { requestId: 'a1' }))).toMatch(/^ .*a1\.$/);
});
