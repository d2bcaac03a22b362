import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, byId, Harness, NODE, send, TYPE } from './harness';

shortWaitsInThisFile();

const harness = Harness.ofFile({ adfox: { campaigns: 3 } });
const LIST = { resource: 'campaign', operation: 'getAll', returnAll: true };
const SPOILT = ['Tom & Jerry', 'a&nbsp;b', 'a&#1;b', 'a\x01b', 'AT&T; a &lt b', 'a ]]> b'];

const row = (id: number, name: string) => `<row${id}><ID>${id}</ID><name>${name}</name></row${id}>`;
const answerWith = (rows: readonly string[]) => {
	const body = `<response><status><code>0</code></status><result><total_rows>${rows.length}</total_rows><data>${rows.join('')}</data></result></response>`;
	harness.sandbox.faults.add({ path: '/v1', times: 1, fault: answer(200, body) });
};

describe('a value that no XML may hold', () => {
	it.each(SPOILT)('%j spoils neither the list nor the other rows, and is told by its ID', async (name) => {
		answerWith([row(7, 'first'), row(8, name), row(9, 'last')]);
		const run = await harness.run(LIST);
		expect(run.error).toBeUndefined();
		expect(run.json(NODE)).toEqual([
			{ ID: 7, name: 'first' },
			{ ID: 8, name },
			{ ID: 9, name: 'last' },
		]);
		const hints = run.hints(NODE).join(' ');
		expect(hints).toContain('these values came as they were sent: name of 8.');
		expect(hints).not.toContain(name);
		expect(harness.sandbox.requests).toHaveLength(1);
	});

	it('is told of a single object and of the answer to a change as well', async () => {
		answerWith([row(8, 'a & b')]);
		const one = await harness.run({
			resource: 'campaign',
			operation: 'get',
			campaignId: byId(8),
		});
		expect(one.hints(NODE).join(' ')).toContain('name of 8');
		answerWith([row(8, 'a & b')]);
		const change = await harness.run(send('tracingPoint', 'getCode'));
		expect(change.hints(NODE).join(' ')).toContain('name of 8');
	});

	it('is told with all that there is of it, answer by answer at first', async () => {
		const spoilt = `<row8><ID>8</ID><name>a & b</name><note>c & d</note></row8>`;
		const page = (first: string, total: number) =>
			answer(
				200,
				`<response><status><code>0</code></status><result><total_rows>${total}</total_rows><data>${first}</data></result></response>`,
			);
		const pages = 5;
		for (let index = 0; index < pages; index++)
			harness.sandbox.faults.add({
				path: '/v1',
				times: 1,
				fault: page(spoilt.replaceAll('8', String(10 + index)), pages),
			});
		const run = await harness.run({ ...LIST, options: { pageSize: 1 } });
		expect(run.json(NODE)).toHaveLength(pages);
		const told = (id: number) =>
			`ADFOX sent characters that its answers may not hold; these values came as they were sent: name, note of ${id}.`;
		expect(run.hints(NODE)[0]!.split('\n').slice(1)).toEqual([
			...[told(10), told(11), told(12)],
			'The same of 2 answers more.',
		]);
	});

	it('is not told where there is none', async () => {
		answerWith([row(7, 'first')]);
		const run = await harness.run(LIST);
		expect(run.hints(NODE)).toEqual(['Loaded 1 row, 1 request.']);
	});

	it('leaves the picker readable', async () => {
		answerWith([row(7, 'first'), row(8, 'a & b'), '<row9><name>nameless</name></row9>']);
		const { results } = await harness.engine.listSearch('adfox', 'searchCampaigns', {
			credentials: { [TYPE]: harness.credential },
		});
		expect(results).toEqual([
			{ name: 'a & b (8)', value: '8' },
			{ name: 'first (7)', value: '7' },
		]);
	});

	it('leaves a refusal its words', async () => {
		const body = '<response><status><code>-6</code><error>a & b</error></status></response>';
		harness.sandbox.faults.add({ path: '/v1', fault: answer(200, body) });
		const run = await harness.run(LIST);
		expect(run.error?.message).toContain('ADFOX answered: a & b (-6)');
	});
});

describe('API Request: a method that takes a file', () => {
	it.each([
		['banner', 'modify', 'zipFile', { objectID: 1, zipFile: 'banner.zip' }],
		['campaign', 'upload', '', { objectID: 1, file: 'video.mp4' }],
		['campaign', 'upload', '', { objectID: 1, file: 'video.mp4', URL: 'https://x.example/a' }],
	])('%s/%s/%s with %j is refused before any request', async (object, action, actionObject, sent) => {
		for (const parameters of [
			sent,
			Object.entries(sent).map(([name, value]) => ({ name, value: String(value) })),
		]) {
			const run = await harness.run(send(object, action, actionObject, parameters));
			expect(run.error?.message).toContain('the name of a file is not the file');
			expect(run.error?.description).toContain('add it to Files');
			expect(run.error?.context?.kind).toBe('request-invalid');
		}
		expect(harness.sandbox.requests).toEqual([]);
	});

	it.each([
		['', { objectID: 1, URL: 'https://x.example/a.mp4' }],
		['URL', { objectID: 1, URL: 'https://x.example/a.mp4' }],
	])('campaign/upload/%s takes a link', async (actionObject, parameters) => {
		answerWith([]);
		await harness.run(send('campaign', 'upload', actionObject, parameters));
		expect(harness.sandbox.requests).toHaveLength(1);
	});
});
