import { expect, it } from '@jest/globals';

import { QuotaExhaustedError, RateLimitedError } from '../../../connector/errors';
import { waitTooLong } from '../../../connector/errors/wait-too-long';

const HOUR = 3_600_000;

it.each([
	[1000, undefined, RateLimitedError],
	[HOUR - 1, undefined, RateLimitedError],
	[HOUR, undefined, QuotaExhaustedError],
	[1000, HOUR - 1, RateLimitedError],
	[1000, HOUR, QuotaExhaustedError],
	[HOUR, 1000, QuotaExhaustedError],
])('a wait of %d ms, of a window of %p ms, is a %p', (retryAfterMs, windowMs, Class) => {
	const error = waitTooLong('No.', { retryAfterMs, windowMs, status: 429 });
	expect(error).toBeInstanceOf(Class);
	expect(error).toMatchObject({ message: 'No.', retryAfterMs, windowMs, status: 429 });
});
