import { describe, expect, it } from '@jest/globals';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import {
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
	type ConnectorError,
	type ErrorDetails,
} from '../../../../connector/errors';
import { SliceFailure } from '../../../../connector/report';
import type { Slice } from '../../../../connector/slices';
import { forAgent, toNodeError, type NodeError } from '../../../../nodes/shared/errors/node-error';
import { ParameterError } from '../../../../nodes/shared/parameters/parameter-error';
import { someNode } from '../fake-node';

const convert = (error: unknown, rows = 0, node = someNode): NodeError =>
	toNodeError(error, {
		node,
		itemIndex: 3,
		redact: (text) => text.replaceAll('secret', '***'),
		advice: () => undefined,
		rows,
	});

type Kind = new (message: string, details?: ErrorDetails) => ConnectorError;

describe('an error of the platform', () => {
	it.each<[string, Kind, ErrorDetails, string | undefined, RegExp]>([
		['rate-limited', RateLimitedError, { status: 429, retryAfterMs: 5000 }, 'rate-limited', /in 5 seconds/],
		[
			'quota-exhausted',
			QuotaExhaustedError,
			{ status: 429, retryAfterMs: 7_200_000 },
			'quota-exhausted',
			/in 2 hours/,
		],
		[
			'temporarily-unavailable',
			TemporarilyUnavailableError,
			{ status: 503 },
			'temporarily-unavailable',
			/later/,
		],
		['timeout', TimeoutError, {}, 'temporarily-unavailable', /later/],
		['credential-invalid', CredentialInvalidError, { status: 401 }, 'credential-invalid', /token/],
		['access-denied', AccessDeniedError, { status: 403 }, 'configuration-invalid', /account/],
		[
			'request-invalid',
			RequestInvalidError,
			{ status: 400, fields: ['a'] },
			'configuration-invalid',
			/parameters/,
		],
		['not-found', NotFoundError, { status: 404 }, 'configuration-invalid', /ID/],
		['response-invalid', ResponseInvalidError, {}, 'node-defect', /report it/],
		['cancelled', CancelledError, {}, undefined, /stopped/],
	])('of the kind %s is shown in full', (kind, Type, details, cause, description) => {
		const error = convert(new Type('It happened.', details));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('It happened.');
		expect(error.description).toMatch(description);
		expect(error.context).toMatchObject({ kind, itemIndex: 3 });
		expect(error.context.retryAfterMs).toBe(details.retryAfterMs);
		expect((error as NodeApiError).httpCode).toBe(details.status?.toString() ?? null);
		const { retryAfterMs } = details;
		if (cause === undefined) expect(error.failure).toBeUndefined();
		else
			expect(error.failure).toMatchObject(retryAfterMs === undefined ? { cause } : { cause, retryAfterMs });
		expect(error.node.name).toBe('My Node');
	});

	it.each<[Kind, boolean]>([
		[RateLimitedError, true],
		[TemporarilyUnavailableError, true],
		[CredentialInvalidError, false],
		[AccessDeniedError, false],
		[ResponseInvalidError, false],
	])('of %p tells n8n when to come again only if it passes', (Type, passes) => {
		const { failure } = convert(new Type('No.', { retryAfterMs: 5000 }));
		if (passes) expect(failure).toMatchObject({ retryAfterMs: 5000 });
		else expect(failure).not.toHaveProperty('retryAfterMs');
	});

	it('has in its context what is known, and nothing empty', () => {
		const context = (details: ErrorDetails) => convert(new TimeoutError('No.', details)).context;
		expect(context({})).not.toHaveProperty('status');
		expect(context({})).not.toHaveProperty('retryAfterMs');
		expect(context({ status: 503, retryAfterMs: 1 })).toMatchObject({ status: 503, retryAfterMs: 1 });
	});

	it('ends where its advice ends', () => {
		expect(convert(new TimeoutError('No.', { advice: 'Do so.' })).description).toBe('Do so.');
	});

	it('has the id of the request in its details, for the support of the platform', () => {
		const error = convert(new AccessDeniedError('No.', { status: 403, requestId: 'a1-secret' }));
		expect(error.description).toMatch(/ finds the request by its ID a1-\*\*\*\.$/);
		expect(error.context.requestId).toBe('a1-***');
		expect(convert(new AccessDeniedError('No.')).context).not.toHaveProperty('requestId');
	});

	it('keeps its words, whatever n8n finds in them', () => {
		for (const message of ['ECONNREFUSED it was.', 'A preexisting 502 bad gateway.', 'Status 404'])
			expect(convert(new TemporarilyUnavailableError(message, { status: 502 })).message).toBe(message);
	});

	it('leaves behind what it was caused by', () => {
		const cause = Object.assign(new Error('secret socket'), { request: { token: 'secret' } });
		const error = convert(new TimeoutError('A secret.', { cause }));
		expect(JSON.stringify([error, error.cause, error.errorResponse, error.messages])).not.toContain('secret');
		expect(error.message).toBe('A ***.');
		expect(error.errorResponse).toEqual({ message: 'A ***.' });
	});
});

describe('a failed slice', () => {
	const of = (slice: Partial<Slice>, rows: number) =>
		convert(
			new SliceFailure({
				slice: { index: 1, count: 12, ...slice },
				error: new TimeoutError('Too slow.', { status: 408, splittable: true }),
				rowsDelivered: 0,
			}),
			rows,
		);

	it('is named, with what had arrived before and the way to keep it', () => {
		const window = { dateFrom: '2024-01-01', dateTo: '2024-01-07' };
		const error = of({ window, ids: ['7', '8'] }, 1234);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe(
			'Too slow. It was slice 2 of 12 (2024-01-01 to 2024-01-07, 2 IDs from 7 on); 1,234 rows had arrived before.',
		);
		expect(error.description).toMatch(/smaller.*On Slice Failure to Continue/);
		expect(error.context.kind).toBe('timeout');
		expect((error as NodeApiError).httpCode).toBe('408');
	});

	it.each<[string, Partial<Slice>, ConnectorError, string]>([
		['the only one', { index: 0, count: 1 }, new TimeoutError('No.'), someNode.type],
		['refused as all others', {}, new QuotaExhaustedError('No.'), someNode.type],
		['of a tool', {}, new TimeoutError('No.'), 'n8n-nodes-ru-ads.fakeTool'],
	])('that is %s leaves nothing to continue with', (_what, slice, error, type) => {
		const failure = { slice: { index: 1, count: 12, ...slice }, error, rowsDelivered: 0 };
		const { description } = convert(new SliceFailure(failure), 0, { ...someNode, type });
		expect(description).not.toContain('On Slice Failure');
		expect(description).toMatch(/\.$/);
	});

	it('names only what it has', () => {
		expect(of({}, 1).message).toBe('Too slow. It was slice 2 of 12; 1 row had arrived before.');
	});
});

describe('a parameter that cannot be used', () => {
	it('is a fault of the configuration', () => {
		const error = convert(new ParameterError('Limit', 'Limit is a secret.', 'Not the secret, please.'));
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: 'Limit is a ***.',
			description: 'Not the ***, please.',
			context: { kind: 'request-invalid', itemIndex: 3 },
			failure: { cause: 'configuration-invalid' },
		});
	});

	it('is shown as it is, also when n8n would take a part of it for a system code', () => {
		const message = 'Fields contains "eperm eexist enotfound".';
		expect(convert(new ParameterError('Fields', message)).message).toBe(message);
	});
});

describe('anything else', () => {
	it('is passed on in its words, without a secret', () => {
		const error = convert(new TypeError('The secret ENOENT is undefined.'));
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('The *** ENOENT is undefined.');
		expect(error.context.itemIndex).toBe(3);
		expect(convert('a secret').message).toBe('a ***');
	});

	it('that is an error of n8n stays what it is', () => {
		for (const error of [
			new NodeOperationError(someNode, 'No.'),
			new NodeApiError(someNode, { message: 'No.' }),
		])
			expect(convert(error)).toBe(error);
	});
});

describe('for an agent', () => {
	const agent = (error: unknown) => forAgent(convert(error)).message;

	it('what to do follows what happened, once', () => {
		const error = convert(new ParameterError('Limit', 'Limit is odd.', 'Use an even one.'));
		expect(forAgent(error).message).toBe('Limit is odd. Use an even one.');
		expect(forAgent(error).message).toBe('Limit is odd. Use an even one.');
		expect(agent(new ParameterError('Limit', 'Odd. Limit is.', 'Odd.'))).toBe('Odd. Limit is. Odd.');
	});

	it('nothing follows where nothing is known', () => {
		expect(agent(new ParameterError('Limit', 'Limit is odd.'))).toBe('Limit is odd.');
		expect(agent(new TypeError('Limit is odd.'))).toBe('Limit is odd.');
	});
});
