import { describe, expect, it } from '@jest/globals';

import { RequestInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import { broken, CHECK, failureOf, Rows, setUp, silent, withIntent } from './parts';

const DOUBT = `It was sent once and may have been done all the same. ${CHECK}`;

const unreachable = (code: string) =>
	new TemporarilyUnavailableError('No connection.', { cause: Object.assign(new Error(), { code }) });

describe('a change', () => {
	it.each([
		['a broken connection', broken, 'temporarily-unavailable'],
		['silence', silent, 'timeout'],
		['a 502', { status: 502 }, 'temporarily-unavailable'],
		['a body that breaks', { body: '{"rows":[1,', then: broken }, 'temporarily-unavailable'],
		['an answer that is no JSON', { body: '<html></html>' }, 'response-invalid'],
		['an answer of unknown form', { body: { other: 1 } }, 'response-invalid'],
	])('that met %s may have been made, and its failure says how to look', async (_name, step, kind) => {
		const { client, transport } = setUp([step]);
		const failure = await failureOf(client.json(withIntent('write'), Rows));
		expect(failure).toMatchObject({ kind, check: CHECK, splittable: false });
		expect((failure as Error).message.endsWith(` ${DOUBT}`)).toBe(true);
		expect(transport.sent).toHaveLength(1);
	});

	it('that met a refusal with a status of success may have been made', async () => {
		const refusal = new RequestInvalidError('No.', { status: 200, fields: ['x'], inDoubt: true });
		const { client } = setUp([{ body: { error: 'no' } }], { failureOf: () => refusal });
		const failure = await failureOf(client.json(withIntent('write'), Rows));
		expect(failure).toMatchObject({ message: `No. ${DOUBT}`, status: 200, fields: ['x'], check: CHECK });
		expect(failure).toBeInstanceOf(RequestInvalidError);
		expect(refusal.message).toBe('No.');
	});

	it.each([
		['a refusal', { status: 422 }],
		['a refused token', { status: 401 }],
		['no connection', unreachable('ECONNREFUSED')],
		['no such host', unreachable('ENOTFOUND')],
	])('that met %s was not made', async (_name, step) => {
		const { client } = setUp([step]);
		const failure = await failureOf(client.json(withIntent('write'), Rows));
		expect(failure).toMatchObject({ check: undefined });
		expect((failure as Error).message).not.toContain('may have been done');
	});
});

it.each(['read', 'order'] as const)('%s: nothing is said of a change', async (intent) => {
	const { client } = setUp(() => ({ body: { other: 1 } }));
	const failure = await failureOf(client.json(withIntent(intent), Rows));
	expect(failure).toMatchObject({ kind: 'response-invalid', check: undefined });
	expect((failure as Error).message).not.toContain('may have been done');
});
