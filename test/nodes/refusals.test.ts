import { describe, expect, it } from '@jest/globals';

import { HtmlPage } from '../../connector/client';
import {
	AccessDeniedError,
	CancelledError,
	createRedactor,
	CredentialInvalidError,
	NotFoundError,
	QuotaExhaustedError,
	RateLimitedError,
	RequestInvalidError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
	TimeoutError,
} from '../../connector/errors';
import { platforms } from '../platforms';

const nodes = platforms.map((platform) => ({ title: platform.title, node: platform.sources().node }));

const STATUSES = [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503];

/** Refusals in forms that no fact sheet has, and the words in them. */
const UNFORESEEN: [name: string, body: unknown, words: string][] = [
	['a detail', { detail: 'Go away.' }, 'Go away.'],
	['a list of errors', { errors: [{ message: 'Go away.' }] }, 'Go away.'],
	['a message alone', { message: 'Go away.' }, 'Go away.'],
	['an error as text', { error: 'Go away.' }, 'Go away.'],
	['an error in an error', { error: { message: { text: 'Go away.' } } }, 'Go away.'],
	['a message with details', { message: 'Bad', details: [{ field: 'x', reason: 'Go away.' }] }, 'Go away.'],
	['an error with details', { error: { message: 'Bad', details: [{ reason: 'Go away.' }] } }, 'Go away.'],
	['numbers', { code: 4711 }, '4711'],
	['a list', ['Go away.'], 'Go away.'],
	['plain text', 'Go away.', 'Go away.'],
	['XML', '<Error><Code>Go away.</Code></Error>', 'Go away.'],
	['a page', new HtmlPage('Go away.'), 'a page of HTML called "Go away."'],
];

describe.each(nodes)('$title: a refusal that nobody foresaw', ({ node }) => {
	const failure = (status: number, body: unknown) => {
		const failed = node.failureOf({ status, body, headers: {}, retryAfterMs: undefined, receivedAt: 0 });
		if (failed === undefined) throw new Error(`${status} was no failure.`);
		return failed;
	};

	it.each(UNFORESEEN)('is told in its own words: %s', (_name, body, words) => {
		for (const status of STATUSES) {
			const { message } = failure(status, body);
			expect([status, message]).toEqual([status, expect.stringContaining(words)]);
			expect(message).not.toContain('no reason given');
			expect(message).toMatch(/\.$/);
		}
	});

	it('shows no password that is repeated in it', () => {
		for (const body of [{ newPassword: 'hush' }, { message: 'Bad', sent: { client_secret: 'hush' } }])
			expect(failure(400, body).message).not.toContain('hush');
	});

	it('stays short, whatever is sent', () => {
		const fields = Object.fromEntries(
			Array.from({ length: 5000 }, (_none, index) => [`field${index}`, { code: 'x'.repeat(50) }]),
		);
		const errors = Object.keys(fields).map((FailedField) => ({ FailedField, Tag: 'required' }));
		for (const body of [
			{ error: { fields } },
			{ ErrorCode: 400, ErrorMessage: 'no', Errors: errors },
			fields,
		])
			expect(failure(400, body).message.length).toBeLessThan(4500);
	});

	it('as a page blames what is on the way, but for what servers say by pages themselves', () => {
		for (const status of [400, 403, 409, 422, 429, 500, 503])
			expect(node.adviceOn(failure(status, new HtmlPage('Forbidden')))).toMatch(
				/firewall or a proxy.*Base URL/,
			);
		expect(node.adviceOn(failure(401, new HtmlPage('Unauthorized')))).toContain('credential');
	});

	it('404 speaks of the Base URL, and of what the node adds to it', () => {
		for (const body of [new HtmlPage('Not Found'), 'Not Found', { detail: 'Not Found' }, undefined])
			expect(node.adviceOn(failure(404, body))).toMatch(/Base URL .* https:\/\/.* the node itself adds \//);
	});
});

describe.each(nodes)('$title: what a user can do', ({ node }) => {
	it.each([
		AccessDeniedError,
		CancelledError,
		CredentialInvalidError,
		NotFoundError,
		QuotaExhaustedError,
		RateLimitedError,
		RequestInvalidError,
		ResponseInvalidError,
		TemporarilyUnavailableError,
		TimeoutError,
	])('is not garbled by the masking of secrets (%p)', (Type) => {
		for (const status of [undefined, 401, 403, 404, 405, 414, 429])
			for (const unforeseen of [undefined, 'page', 'form'] as const) {
				const advice = node.adviceOn(new Type('It happened.', { status, unforeseen }));
				expect(createRedactor(['y0_secret'], ['X-Key'])(advice)).toBe(advice);
			}
	});
});
