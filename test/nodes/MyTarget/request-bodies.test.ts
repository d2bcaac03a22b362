import { describe, expect, it } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import { ofFile } from '../../support/of-file';
import { StoredFiles } from '../shared/stored-files';
import { failing, failureOf, jsonOf, NOW, runOnFakeClock } from './harness';
import { png } from './media';
import { fileItem } from './upload-stage';

const sandbox = ofFile(async () =>
	startSandbox({
		now: () => Date.parse(NOW),
		myTarget: { campaigns: 5, banners: 5, leadForms: 3, leads: 40 },
	}),
);

const run = async (parameters: object, input?: readonly INodeExecutionData[], files = new StoredFiles()) => {
	const sent = { resource: 'request', operation: 'send', ...parameters };
	const { items } = await runOnFakeClock(sandbox, sent, new FakeClock(), { files, ...(input && { input }) });
	return { items, files };
};
const BATCH = { method: 'POST', path: '/api/v2/remarketing/pricelists/7/batch.json' };
const OFFERS = '{"method":"PUT","data":{"id":"1"}}\n{"method":"DELETE","data":{"id":"2"}}\n';

describe('API Request: bodies', () => {
	it('NDJSON goes as the text that it is', async () => {
		const { items } = await run({
			...BATCH,
			bodyType: 'text',
			textType: 'application/x-ndjson',
			textBody: OFFERS,
		});
		expect(jsonOf(items)).toEqual([{ id: 1, pricelist_id: 7, offers: 2 }]);
		const [{ headers, text }] = sandbox.requests as [(typeof sandbox.requests)[0]];
		expect([headers['content-type'], text]).toEqual(['application/x-ndjson', OFFERS]);
	});

	it('a file of the input item goes as it is, with its own type and length', async () => {
		const { items } = await run({ ...BATCH, bodyType: 'file', bodyFile: 'data' }, [
			fileItem(OFFERS, 'offers.ndjson', 'application/x-ndjson'),
		]);
		expect(jsonOf(items)).toMatchObject([{ offers: 2 }]);
		expect(sandbox.requests[0]!.headers['content-length']).toBe(String(OFFERS.length));
	});

	it('PUT with CSV, whose answer is empty', async () => {
		const csv = 'phrase,expires\r\nкупить диван,2026-12-31\r\n';
		const path = '/api/v3/search_phrases/5.json';
		const { items } = await run({
			method: 'PUT',
			path,
			bodyType: 'text',
			textType: 'text/csv',
			textBody: csv,
		});
		expect(jsonOf(items)).toEqual([{ success: true }]);
		expect(sandbox.requests.map(({ method, text }) => [method, text])).toEqual([['PUT', csv]]);
	});

	it('a form has fields, objects as JSON, and files', async () => {
		const bytes = png(20, 10);
		const { items } = await run(
			{
				...{ method: 'POST', path: '/api/v2/content/static.json', bodyType: 'multipart' },
				formFields: '{ "data": { "width": 20, "height": 10 }, "nothing": null }',
				files: { file: [{ name: 'file', binaryPropertyName: 'data' }] },
			},
			[fileItem(bytes, 'a.png', 'image/png')],
		);
		expect(jsonOf(items)).toMatchObject([{ variants: { original: { width: 20, height: 10 } } }]);
		expect(sandbox.myTarget.content).toEqual([{ kind: 'static', bytes }]);
	});

	it.each<[string, object, RegExp]>([
		['an empty text', { bodyType: 'text', textBody: '' }, /Body \(Text\) is empty/],
		['an empty form', { bodyType: 'multipart', formFields: '{}' }, /neither a field nor a file/],
		[
			'a form of a list',
			{ bodyType: 'multipart', formFields: '[1]' },
			/Form Fields \(JSON\) is no JSON object/,
		],
		['a part without a name', { bodyType: 'multipart', files: { file: [{ name: ' ' }] } }, /no Part Name/],
		['no file', { bodyType: 'file', bodyFile: 'x' }, /has no file under this name/],
	])('%s is refused before anything is sent', async (_case, parameters, words) => {
		expect(await failureOf(run({ ...BATCH, ...parameters }))).toMatchObject({
			message: expect.stringMatching(words),
		});
		expect(sandbox.requests).toEqual([]);
	});

	it('is sent once when its answer gets lost', async () => {
		sandbox.faults.add({ path: /batch/, fault: { kind: 'reset-after' } });
		const parameters = { ...BATCH, bodyType: 'text', textType: 'application/x-ndjson', textBody: OFFERS };
		expect(await failureOf(run(parameters))).toMatchObject(
			failing('temporarily-unavailable', /may have been done all the same/),
		);
		expect(sandbox.requests).toHaveLength(1);
	});
});

describe('API Request: answers', () => {
	const leadsOf = (id: string) => `/api/v1/lead_ads/lead_forms/${id}/leads.csv`;

	it('that are CSV come as a file', async () => {
		const { id } = sandbox.myTarget.leadForms[0]!;
		const { items, files } = await run({ method: 'GET', path: leadsOf(id) });
		const fileName = `leads_${id}.csv`;
		expect(jsonOf(items)).toEqual([{ fileName, mimeType: 'text/csv' }]);
		expect(items[0]!.binary).toEqual({ data: expect.objectContaining({ fileName, mimeType: 'text/csv' }) });
		expect(items[0]!.pairedItem).toEqual({ item: 0 });
		const [text = ''] = files.texts;
		const own = sandbox.myTarget.leads.filter((lead) => lead.form_id === id);
		expect(text.split('\r\n')).toEqual([
			'ID,Дата и время',
			...own.map((lead) => `${lead.id},${lead.created_at}`),
			'',
		]);
	});

	it('that are JSON by their path come as rows, whatever a proxy calls them', async () => {
		const contentType = 'application/octet-stream';
		sandbox.faults.add({ path: /campaigns\.json/, fault: { kind: 'wrong-content-type', contentType } });
		const { items, files } = await run({ method: 'GET', path: '/api/v2/campaigns.json', returnAll: true });
		expect(jsonOf(items)).toHaveLength(sandbox.myTarget.campaigns.length);
		expect(files.texts).toEqual([]);
	});

	it('that break off are read again from the beginning', async () => {
		const { id } = sandbox.myTarget.leadForms[1]!;
		sandbox.faults.add({ path: leadsOf(id), times: 1, fault: { kind: 'reset-mid-body' } });
		const { items, files } = await run({ method: 'GET', path: leadsOf(id) });
		expect(items).toHaveLength(1);
		expect(files.texts).toHaveLength(1);
		expect(files.texts[0]).toMatch(/^ID,[^]*\r\n$/);
		expect(sandbox.requests).toHaveLength(2);
	});

	it.each([
		['refused', { kind: 'status', status: 404 } as const, 'not-found' as const],
		['a page for people', { kind: 'html' } as const, 'response-invalid' as const],
	])('that are %s are no files', async (_case, fault, kind) => {
		sandbox.faults.add({ path: /leads\.csv/, fault });
		const files = new StoredFiles();
		const path = leadsOf(sandbox.myTarget.leadForms[0]!.id);
		expect(
			await failureOf(run({ method: 'GET', path, options: { maxRetries: 0 } }, undefined, files)),
		).toMatchObject({
			context: { kind },
		});
		expect(files.files).toEqual([]);
	});
});
