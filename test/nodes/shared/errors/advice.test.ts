import { expect, it } from '@jest/globals';

import {
	QuotaExhaustedError,
	RateLimitedError,
	TemporarilyUnavailableError,
	TimeoutError,
} from '../../../../connector/errors';
import { adfox } from '../../../../nodes/Adfox/platform';
import { myTarget } from '../../../../nodes/MyTarget/platform';
import { adviceInEditor, adviceOn, generalAdvice, inTime } from '../../../../nodes/shared/errors/advice';
import { targetAds } from '../../../../nodes/TargetAds/platform';
import { yandexPromoPages } from '../../../../nodes/YandexPromoPages/platform';

const platforms = [adfox, myTarget, targetAds, yandexPromoPages];

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
	for (const { advice } of platforms)
		for (const fields of [[], ['id']]) {
			const said = adviceOn(error.with({ fields }), adviceInEditor(advice));
			expect(said).not.toContain('Options');
			expect(said.length).toBeGreaterThan(10);
		}
});

it('advises smaller parts only where there are any', () => {
	expect(generalAdvice(new TimeoutError('No.', { splittable: true }))).toContain('smaller');
	expect(generalAdvice(new TimeoutError('No.'))).not.toContain('smaller');
});
