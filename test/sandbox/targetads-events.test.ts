import { describe, expect, it } from '@jest/globals';

import { callAt, type Call } from './client';
import { sandboxOfFile } from './opened';

const sandbox = sandboxOfFile({ targetAds: { placements: 3 } });

const PATH = '/api/project/event/upload';
const EVENT = { uid: 'u', event_type: 't', event_category: 'c', event_name: 'n', event_value: 1.5 };
const many = (count: number, event: object = EVENT) => Array.from({ length: count }, () => event);

function post(path: string, body: unknown, { query = { pid: '12486' }, ...options }: Call = {}) {
	const { baseUrl, token } = sandbox.targetAds;
	return callAt(baseUrl + path, `Bearer ${token}`, { body, query, ...options });
}
const taken = () => sandbox.targetAds.takenEvents.length;

describe('uploads of events', () => {
	it('take one event by itself and lists of them, and count what was taken', async () => {
		expect((await post(PATH, EVENT)).status).toBe(200);
		const response = await post(`${PATH}/batch`, [...many(999), { ...EVENT, edttm: 1_700_000_000 }]);
		expect(await response.json()).toEqual({ items_upload: 1000 });
		expect(taken()).toBe(1001);
		sandbox.reset();
		expect(taken()).toBe(0);
	});

	it('refuse events of a list by their index', async () => {
		const events = [EVENT, { uid: 'u' }, { ...EVENT, cp: { a: 1 } }, { ...EVENT, event_value: '1' }, 'x'];
		const odd = [
			{ ...EVENT, edttm: 'now' },
			{ ...EVENT, ecommerce: { amount: '1' } },
			{ ...EVENT, ecommerce: { items: [] } },
			{ ...EVENT, name: 'x' },
		];
		const answer = await (await post(`${PATH}/batch`, [...events, ...odd])).json();
		expect(answer).toEqual({
			items_upload: 1,
			error_items: {
				'1': 'event_name is required',
				'2': 'cp must be an object of strings',
				'3': 'event_value must be a number',
				'4': 'event must be an object',
				'5': 'edttm must be a timestamp',
				'6': 'ecommerce.amount is invalid',
				'7': 'ecommerce.items is invalid',
				'8': 'unknown field name',
			},
		});
		expect(taken()).toBe(1);
	});

	it.each<[number, string, unknown, Call]>([
		[400, PATH, [EVENT], {}],
		[400, PATH, {}, {}],
		[400, PATH, { ...EVENT, edttm: 1_700_000_000 }, {}],
		[400, `${PATH}/batch`, EVENT, {}],
		[400, `${PATH}/batch`, [], {}],
		[400, `${PATH}/batch`, many(1001), {}],
		[413, `${PATH}/batch`, many(9, { ...EVENT, uid: 'x'.repeat(1_000_000) }), {}],
		[401, PATH, EVENT, { headers: { authorization: 'Bearer no' } }],
		[403, PATH, EVENT, { query: { pid: '12487' } }],
		[400, PATH, EVENT, { query: { project_id: '12486' } }],
		[400, PATH, EVENT, { query: {} }],
		[400, PATH, '{', {}],
		[415, PATH, EVENT, { headers: { 'content-type': 'text/plain' } }],
		[405, PATH, undefined, {}],
		[404, `${PATH}s`, EVENT, {}],
	])('answer %i at %s', async (status, path, body, options) => {
		expect((await post(path, body, options)).status).toBe(status);
		expect(taken()).toBe(0);
	});
});
