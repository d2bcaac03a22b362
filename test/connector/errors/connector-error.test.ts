import { describe, expect, it } from '@jest/globals';

import { failureForStatus } from '../../../connector/client';
import * as errors from '../../../connector/errors';

describe('the error classes', () => {
	it.each([
		[errors.AccessDeniedError, 'access-denied'],
		[errors.CancelledError, 'cancelled'],
		[errors.CredentialInvalidError, 'credential-invalid'],
		[errors.NotFoundError, 'not-found'],
		[errors.QuotaExhaustedError, 'quota-exhausted'],
		[errors.RateLimitedError, 'rate-limited'],
		[errors.RequestInvalidError, 'request-invalid'],
		[errors.ResponseInvalidError, 'response-invalid'],
		[errors.TemporarilyUnavailableError, 'temporarily-unavailable'],
		[errors.TimeoutError, 'timeout'],
	])('%p is of kind %s', (Class, kind) => {
		const error = new Class('What happened.');
		expect(error).toBeInstanceOf(errors.ConnectorError);
		expect(error).toMatchObject({ kind, name: Class.name, message: 'What happened.' });
		expect(error).toMatchObject({
			status: undefined,
			retryAfterMs: undefined,
			fields: [],
			splittable: false,
			inDoubt: false,
			tooLongWait: false,
		});
		expect(error).not.toHaveProperty('cause');
		expect(errors.endsRun(error)).toBe(kind === 'cancelled' || kind === 'credential-invalid');
	});

	it('carries its details, and with other words stays the same error, and the first one as it was', () => {
		const cause = new Error('reset');
		const sure = { inDoubt: true, tooLongWait: true };
		const details = {
			status: 503,
			retryAfterMs: 5,
			windowMs: 9,
			fields: ['x'],
			splittable: true,
			cause,
			...sure,
		};
		const error = new errors.TemporarilyUnavailableError('No.', details);
		const other = error.with({ message: `${error.message} Twice.`, splittable: false });
		expect(other).toBeInstanceOf(errors.TemporarilyUnavailableError);
		expect(other).toMatchObject({ ...details, splittable: false, message: 'No. Twice.', name: error.name });
		expect(error).toMatchObject({ ...details, message: 'No.' });
		expect(new errors.TimeoutError('No.').with({})).not.toHaveProperty('cause');
	});
});

describe('failureForStatus', () => {
	it.each([
		[400, 'request-invalid', false],
		[401, 'credential-invalid', false],
		[403, 'access-denied', false],
		[404, 'not-found', false],
		[405, 'request-invalid', false],
		[408, 'timeout', true],
		[413, 'request-invalid', true],
		[422, 'request-invalid', false],
		[425, 'temporarily-unavailable', false],
		[429, 'rate-limited', false],
		[500, 'temporarily-unavailable', true],
		[503, 'temporarily-unavailable', true],
		[599, 'temporarily-unavailable', true],
	])('turns %i into %s (splittable: %p)', (status, kind, splittable) => {
		const error = failureForStatus(status, 'No.', { retryAfterMs: 7, fields: ['x'] });
		expect(error).toMatchObject({ kind, status, splittable, message: 'No.', retryAfterMs: 7, fields: ['x'] });
	});

	it('lets the platform say that a smaller part is of no use', () => {
		expect(failureForStatus(500, 'No.', { splittable: false }).splittable).toBe(false);
	});
});
