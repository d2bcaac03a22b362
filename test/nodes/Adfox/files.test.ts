import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from '@jest/globals';

import { shortWaitsInThisFile } from '../../support/of-file';
import { answer, formOf, Harness, NODE, send } from './harness';

shortWaitsInThisFile();

const harness = Harness.ofFile({ adfox: { campaigns: 3, banners: 5 } });

const ZIP = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('\r\n--\0\xff', 'latin1')]);

const item = (
	bytes = ZIP,
	fileName = 'Баннер "1".zip',
	mimeType = 'application/zip',
): INodeExecutionData => ({
	json: {},
	binary: { data: { data: bytes.toString('base64'), fileName, mimeType } },
});

const files = (...file: { name: string; binaryPropertyName?: string }[]) => ({ files: { file } });
const zipFile = files({ name: 'zipFile', binaryPropertyName: 'data' });
const banner = () => String(harness.sandbox.adfox.banners[0]!.ID);
const campaign = () => String(harness.sandbox.adfox.campaigns[0]!.ID);
const replace = () => ({ ...send('banner', 'modify', 'zipFile', { objectID: banner() }), ...zipFile });

describe('API Request: a file', () => {
	it('of banner/modify/zipFile goes as a part, everything else in the URL', async () => {
		const run = await harness.run(replace(), { input: [item()] });
		expect(run.error).toBeUndefined();
		expect(run.json(NODE)).toEqual([{ code: '0' }]);
		const [request] = harness.sandbox.requests;
		expect(request!.query).toEqual({
			...{ object: 'banner', action: 'modify', actionObject: 'zipFile', objectID: banner() },
			encoding: 'UTF-8',
		});
		expect(request!.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(request!.headers['content-length']).toMatch(/^\d+$/);
		const [write] = harness.sandbox.adfox.writes;
		expect(write!.files!.zipFile).toEqual({
			...{ fileName: 'Баннер %221%22.zip', contentType: 'application/zip', bytes: ZIP },
		});
	});

	it('of campaign/upload may be of any kind, and gives the link', async () => {
		const parameters = {
			...send('campaign', 'upload', '', { objectID: campaign() }),
			...files({ name: 'file' }),
		};
		const run = await harness.run(parameters, { input: [item(Buffer.from('film'), 'a.mp4', 'video/mp4')] });
		expect(run.json(NODE)).toEqual([{ code: '0', value: `https://banners.adfox.ru/${campaign()}/a.mp4` }]);
	});

	it.each<[string, () => object, INodeExecutionData, RegExp, RegExp]>([
		['no binary', replace, { json: {} }, /the input item has no file under this name/, /no file at all/],
		[
			'a binary of another name',
			() => ({ ...replace(), ...files({ name: 'zipFile', binaryPropertyName: 'archive' }) }),
			item(),
			/Input Data Field Name is "archive", but/,
			/It has: "data"/,
		],
		['an empty binary', replace, item(Buffer.alloc(0)), /is empty/, /node that makes it/],
		['a wrong type', replace, item(ZIP, 'a.png', 'image/png'), /is "image\/png", not a ZIP archive/, /\.zip/],
		[
			'no file',
			() => send('banner', 'modify', 'zipFile', { objectID: 1 }),
			item(),
			/banner\/modify\/zipFile takes a file, zipFile, and Files has none/,
			/Parameter Name zipFile/,
		],
		[
			'neither a file nor a link',
			() => send('campaign', 'upload', '', { objectID: 1 }),
			item(),
			/takes a file, file, and/,
			/or a link to it as URL/,
		],
		[
			'a file and a link',
			() => ({
				...send('campaign', 'upload', '', { objectID: 1, URL: 'https://x.example' }),
				...files({ name: 'file' }),
			}),
			item(),
			/either file or URL/,
			/Remove one/,
		],
		[
			'the name of a file for the file',
			() => ({ ...send('banner', 'modify', 'zipFile', { objectID: 1, zipFile: 'banner.zip' }), ...zipFile }),
			item(),
			/the name of a file is not the file/,
			/add it to Files/,
		],
		[
			'a misspelt parameter',
			() => ({ ...replace(), ...files({ name: 'zipfile' }) }),
			item(),
			/takes a file, zipFile, and/,
			/Parameter Name zipFile/,
		],
		[
			'no parameter',
			() => ({ ...replace(), ...files({ name: ' ' }) }),
			item(),
			/no Parameter Name/,
			/zipFile/,
		],
		[
			'a parameter of the node',
			() => ({ ...send('x', 'y'), ...files({ name: 'action' }) }),
			item(),
			/"action", which the node sets itself/,
			/Remove/,
		],
		[
			'the same parameter twice',
			() => ({ ...replace(), ...files({ name: 'zipFile' }, { name: 'zipFile' }) }),
			item(),
			/"zipFile" twice/,
			/one after another/,
		],
		[
			'a read',
			() => ({ ...send('account', 'list', 'position'), ...zipFile }),
			item(),
			/account\/list\/position only reads/,
			/Remove/,
		],
	])('with %s is refused before any request', async (_name, parameters, input, message, advice) => {
		const run = await harness.run({ ...parameters() }, { input: [input] });
		expect(run.error?.message).toMatch(message);
		expect(run.error?.description).toMatch(advice);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('whose answer got lost may have been taken, and is sent once', async () => {
		harness.sandbox.faults.add({ path: '/v1', fault: { kind: 'reset-after' } });
		const run = await harness.run(replace(), { input: [item()] });
		expect(harness.sandbox.requests).toHaveLength(1);
		expect(run.error?.message).toContain('It was sent once and may have been done all the same.');
		expect(run.error?.message).toContain('Look up what banner/modify/zipFile should have changed');
	});

	it('is sent again after a 429', async () => {
		harness.sandbox.faults.add({ path: '/v1', fault: answer(429, ''), times: 1 });
		const run = await harness.run(replace(), { input: [item()] });
		expect(run.error).toBeUndefined();
		expect(harness.sandbox.adfox.writes.map(({ files }) => files!.zipFile!.bytes)).toEqual([ZIP]);
	});
});

describe('API Request: Send As', () => {
	const position = { object: 'account', action: 'add', actionObject: 'position', name: 'Верх' };
	const adding = (sendAs: string) => ({
		...send('account', 'add', 'position', { name: 'Верх' }),
		options: { sendAs },
	});

	it("sends a change as the seed's --form does", async () => {
		await harness.rows(adding('multipart'));
		const [request] = harness.sandbox.requests;
		expect(request!.query).toEqual({});
		expect(request!.headers['content-type']).toMatch(/^multipart\/form-data/);
		expect(harness.sandbox.adfox.writes[0]!.parameters).toEqual({ name: 'Верх' });
	});

	it('sends a change URL-encoded', async () => {
		await harness.rows(adding('urlEncoded'));
		expect(Object.fromEntries(formOf(harness.sandbox.requests[0]!))).toEqual({
			...position,
			encoding: 'UTF-8',
		});
	});

	it.each(['multipart', 'urlEncoded'])(
		"reads the seed's account/list/website by POST, as %s",
		async (sendAs) => {
			const rows = await harness.rows({ ...send('account', 'list', 'website'), options: { sendAs } });
			expect(rows).toEqual(harness.sandbox.adfox.sites);
			const [{ method, query, text }] = harness.sandbox.requests as [(typeof harness.sandbox.requests)[0]];
			expect([method, query]).toEqual(['POST', {}]);
			if (sendAs === 'multipart') expect(text).toContain('name="actionObject"\r\n\r\nwebsite\r\n');
		},
	);

	it('repeats a read by POST, which changes nothing', async () => {
		harness.sandbox.faults.add({ path: '/v1', fault: { kind: 'reset-after' }, times: 1 });
		const options = { sendAs: 'multipart' };
		expect(await harness.rows({ ...send('account', 'list', 'position'), options })).toHaveLength(
			harness.sandbox.adfox.objects('position').length,
		);
	});
});
