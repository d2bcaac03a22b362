import { Readable } from 'node:stream';

import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { get, setUp, withIntent } from './parts';

describe('a body that goes as it is', () => {
	it('has its own type, whether it is text or comes in chunks', async () => {
		const { client, transport } = setUp([{ body: '{}' }, { body: '{}' }]);
		const chunks = () => Readable.from([Buffer.from('a')]);
		for (const body of ['a\n', { bytes: 1, chunks }])
			await client.json(
				{ ...withIntent('write'), method: 'PUT', content: { type: 'text/csv', body } },
				z.unknown(),
			);
		expect(
			transport.sent.map(({ method, headers, body }) => [method, headers['content-type'], body]),
		).toEqual([
			['PUT', 'text/csv', 'a\n'],
			['PUT', 'text/csv', { bytes: 1, chunks }],
		]);
	});
});

describe('a reader of bodies', () => {
	it('leaves to be read as JSON what it gives nothing for', async () => {
		const { client } = setUp([{ body: '{"a":1}' }, { body: 'x,y' }]);
		const decode = ({ status }: { status: number }) => (status === 0 ? Promise.resolve('file') : undefined);
		expect(await client.json({ ...get, decode }, z.unknown())).toEqual({ a: 1 });
		const own = () => Promise.resolve('file');
		expect(await client.json({ ...get, decode: own }, z.unknown())).toBe('file');
	});
});
