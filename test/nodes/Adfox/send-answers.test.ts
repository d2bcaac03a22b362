import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, byId, formOf, Harness, NODE, send } from './harness';

shortWaitsInThisFile();

const harness = Harness.ofFile({ adfox: { campaigns: 3 } });

const answerWith = (result: string) => {
	const body = `<response><status><code>0</code></status><result>${result}</result></response>`;
	harness.sandbox.faults.add({ path: '/v1', fault: answer(200, body) });
};
const TREE = '<data><id>0</id><name>World</name><children><row0><id>1</id></row0></children></data>';

describe('API Request: what comes back', () => {
	it('gives the rows of an action that is sent by POST', async () => {
		answerWith('<data><row0><code>a</code></row0><row1><code>b</code></row1></data>');
		const rows = await harness.rows(send('tracingPoint', 'getCode'));
		expect(rows).toEqual([{ code: 'a' }, { code: 'b' }]);
		expect(harness.sandbox.requests[0]!.method).toBe('POST');
	});

	it('gives one item for a change whose data are empty', async () => {
		answerWith('<ID>7</ID><data/>');
		expect(await harness.rows(send('account', 'modify', 'category'))).toEqual([{ code: '0', ID: '7' }]);
	});

	it.each([
		['list', '<total_rows>5</total_rows>', 'counts 5 rows in all and sent none'],
		['info', '<total_rows>5</total_rows>', 'counts 5 rows in all and sent none'],
		['list', '<ID>1</ID>', 'neither rows nor a word'],
		['listValues', '<ID>1</ID>', 'neither rows nor a word'],
		['listActiveBanners', '<ID>1</ID>', 'neither rows nor a word'],
	])('invents no row for %s without data: %s', async (action, result, message) => {
		answerWith(result);
		const run = await harness.run(send('place', action));
		expect(run.json(NODE)).toEqual([]);
		expect(run.error?.message).toContain(message);
		expect(run.error?.context?.kind).toBe('response-invalid');
	});

	it('gives one item for data without rows, such as the geo tree', async () => {
		answerWith(TREE);
		expect(await harness.rows(send('account', 'utility', 'geoTree'))).toEqual([
			{ code: '0', data: { id: '0', name: 'World', children: [{ id: '1' }] } },
		]);
	});

	it.each(['', '<total_rows>0</total_rows>'])('takes it for no list elsewhere, with %p', async (counter) => {
		answerWith(counter + TREE);
		const list = await harness.run({ resource: 'campaign', operation: 'getAll', returnAll: true });
		expect(list.error?.message).toContain('neither rows nor a word');
		const one = await harness.run({ resource: 'campaign', operation: 'get', campaignId: byId(1) });
		expect(one.error?.context?.kind).toBe('response-invalid');
	});

	it.each([
		'<data><row0><a>1</a></row0><b>2</b></data>',
		'<data><b>2</b><row0>x</row0></data>',
		'<data>x</data>',
	])('refuses %s', async (data) => {
		answerWith(data);
		const run = await harness.run(send('account', 'utility', 'geoTree'));
		expect(run.error?.message).toContain('holds something else than rows');
	});
});

describe('API Request: a refusal of what is read', () => {
	it('names what the method needs, but for what was sent', async () => {
		const body = '<response><status><code>-6</code><error>no</error></status></response>';
		harness.sandbox.faults.add({ path: '/v1', fault: answer(200, body) });
		const needs = 'The method needs `objectID` as well.';
		const without = await harness.run(send('banner', 'info', 'targeting'));
		expect(without.error?.message).toContain(needs);
		const sent = await harness.run(send('banner', 'info', 'targeting', { objectID: 1 }));
		expect(sent.error?.message).toContain('ADFOX answered: no (-6)');
		expect(sent.error?.message).not.toContain(needs);
	});
});

describe('API Request: lists in Parameters', () => {
	const form = () => formOf(harness.sandbox.requests[0]!).filter(([name]) => name !== 'encoding');

	it('joins IDs with commas where the method takes several', async () => {
		await harness.run(send('account', 'delete', 'website', { listIDs: [1, '2'] }));
		expect(form().slice(3)).toEqual([['listIDs', '1,2']]);
	});

	it('repeats names with brackets, and names that are not known', async () => {
		await harness.run(send('account', 'add', 'contractor', { 'roles[]': [0, 1], fresh: ['a', 'b'] }));
		expect(form().slice(3)).toEqual([
			['roles[]', '0'],
			['roles[]', '1'],
			['fresh', 'a'],
			['fresh', 'b'],
		]);
	});

	it('repeats whatever is listed by name', async () => {
		const parameters = [
			{ name: 'listIDs', value: 1 },
			{ name: 'listIDs', value: 2 },
		];
		await harness.run(send('account', 'delete', 'website', parameters));
		expect(form().slice(3)).toEqual([
			['listIDs', '1'],
			['listIDs', '2'],
		]);
	});

	it.each([
		[{ listIDs: [] }, 'The list listIDs in Parameters is empty.'],
		[{ listIDs: ['x'] }, 'listIDs contains "x"'],
		['={{ [{ name: "odd", value: () => "x" }] }}', 'odd in Parameters is "function", which cannot be sent.'],
		['={{ ({ toMillis: () => "x" }) }}', 'toMillis in Parameters is "function", which cannot be sent.'],
	])('refuses %p', async (parameters, message) => {
		const run = await harness.run(send('account', 'delete', 'website', parameters));
		expect(run.error?.message).toContain(message);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('refuses a list for a parameter of one value', async () => {
		const run = await harness.run(send('campaign', 'modify', '', { objectID: [1, 2] }));
		expect(run.error?.message).toContain('objectID in Parameters is a list');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('shows nothing of a text that is no JSON', async () => {
		const run = await harness.run(send('account', 'changePassword', '', '{"password": "hush"'));
		expect(run.error?.message).toMatch(/^Parameters is no valid JSON/);
		expect(`${run.error?.message} ${run.error?.description}`).not.toContain('hush');
	});
});
