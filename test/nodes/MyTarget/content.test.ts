import { describe, expect, it } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { failing, failureOf, NOW } from './harness';
import { jpeg, mp4, png } from './media';
import { fileItem, uploadOf } from './upload-stage';

const sandbox = ofFile(async () =>
	startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 5, banners: 5 } }),
);

const upload = async (contentType: string, item: INodeExecutionData, options = {}) =>
	uploadOf(sandbox, { resource: 'content', operation: 'upload', contentType, options }, [item]);
const ZIP = Buffer.from('PK\u0003\u0004 an archive');

describe('Content: Upload', () => {
	it.each<[string, string, Buffer, string, string, number, number]>([
		['a PNG', 'static', png(1080, 607), 'a.png', 'image/png', 1080, 607],
		[
			'a JPEG with long remarks before its frame',
			'static',
			jpeg(600, 1200),
			'a.JPG',
			'image/jpeg',
			600,
			1200,
		],
		['a video with its header behind it', 'video', mp4(1280, 720), 'a.mp4', 'video/mp4', 1280, 720],
		['a MOV', 'video', mp4(720, 1280, 8), 'a.mov', 'video/quicktime', 720, 1280],
	])('reads the size of %s from the file', async (_case, kind, bytes, fileName, mimeType, width, height) => {
		const { list, told } = await upload(kind, fileItem(bytes, fileName, mimeType));
		expect(list).toMatchObject({
			id: 700_001,
			variants: { original: { width, height, size: bytes.length } },
		});
		expect(sandbox.myTarget.content).toEqual([{ kind, bytes }]);
		expect(sandbox.requests.map(({ method, path }) => [method, path])).toEqual([
			['POST', `/api/v2/content/${kind}.json`],
		]);
		expect(told).toContain('Uploaded 1 file');
	});

	it('sends an archive without a size', async () => {
		const { list } = await upload('html5', fileItem(ZIP, 'a.zip', 'application/zip'));
		expect(list).toMatchObject({ variants: { original: { html_params: { size: ZIP.length } } } });
		expect(sandbox.requests[0]!.text).not.toContain('name="data"');
	});

	it('takes another size from the user, which the platform holds against the file', async () => {
		const failure = await failureOf(
			upload('video', fileItem(mp4(1280, 720), 'a.mp4', 'video/mp4'), { width: 720, height: 1280 }),
		);
		expect(failure).toMatchObject(failing('request-invalid', 'file (content_bad_size)'));
		expect(sandbox.requests[0]!.text).toContain('{"width":720,"height":1280}');
	});

	it.each<[string, string, INodeExecutionData, object, RegExp]>([
		[
			'a GIF',
			'static',
			fileItem('GIF89a', 'a.gif', 'image/gif'),
			{},
			/is "image\/gif", not a JPEG or PNG image/,
		],
		[
			'no image behind its name',
			'static',
			fileItem('not a picture', 'a.png', 'image/png'),
			{},
			/does not say how wide/,
		],
		[
			'a broken video',
			'video',
			fileItem(mp4(9, 9).subarray(0, 99), 'a.mp4', 'video/mp4'),
			{},
			/does not say how wide/,
		],
		[
			'a video that breaks off in its header',
			'video',
			fileItem(mp4(9, 9).subarray(0, -5), 'a.mp4', 'video/mp4'),
			{},
			/does not say how wide/,
		],
		[
			'an endless box',
			'video',
			fileItem(Buffer.alloc(99), 'a.mp4', 'video/mp4'),
			{},
			/does not say how wide/,
		],
		['half a size', 'static', fileItem(png(9, 9), 'a.png', 'image/png'), { width: 9 }, /Only one of Options/],
		['no file', 'static', { json: {} }, {}, /has no file under this name/],
	])('%s is refused before anything is sent', async (_case, kind, item, options, words) => {
		expect(await failureOf(upload(kind, item, options))).toMatchObject({
			message: expect.stringMatching(words),
		});
		expect(sandbox.requests).toEqual([]);
	});

	it('is sent once when its answer gets lost', async () => {
		sandbox.faults.add({ path: /content/, fault: { kind: 'reset-after' } });
		expect(await failureOf(upload('html5', fileItem(ZIP, 'a.zip', 'application/zip')))).toMatchObject(
			failing('temporarily-unavailable', /Upload it again: it gets another ID/),
		);
		expect(sandbox.myTarget.content).toHaveLength(1);
	});
});
