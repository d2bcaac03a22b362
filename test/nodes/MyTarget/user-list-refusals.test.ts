import { describe, expect, it } from '@jest/globals';

import type { INodeExecutionData } from 'n8n-workflow';

import { failureOf } from './harness';
import { fileItem, LISTS, people, userListStage } from './upload-stage';

const { sandbox, fromItems, fromFile } = userListStage();

describe('User List: Upload, refused before anything is sent', () => {
	it.each<[string, object, readonly object[], RegExp]>([
		['too few lines', {}, people(1999), /1,999 lines to send, but VK Ads takes at least 2,000 lines/],
		[
			'an expression in place of a field',
			{ column: 'person1@mail.example' },
			people(2000),
			/^Field: no input item has anything there that could be sent/,
		],
		[
			'hashes of what has none',
			{ listType: 'vk', options: { hash: true } },
			people(2000),
			/List Type is VK Users/,
		],
		['both bases', { options: { addToListId: '1', removeFromListId: '2' } }, people(2000), /both set/],
		['no ID of a base', { options: { addToListId: '-5' } }, people(2000), /Add To List ID is no ID/],
		['no name', { name: ' ' }, people(2000), /Name is empty/],
		['no field', { column: '' }, people(2000), /Field is empty/],
	])('%s', async (_case, parameters, values, words) => {
		const failure = await failureOf(fromItems(values, parameters));
		expect(failure).toMatchObject({ message: expect.stringMatching(words) });
		expect(JSON.stringify(failure)).not.toContain('person1@mail.example');
		expect(sandbox.requests).toEqual([]);
	});

	it.each<[string, INodeExecutionData, RegExp]>([
		[
			'another kind of file',
			fileItem('PK', 'list.xlsx', 'application/vnd.ms-excel'),
			/not a text or CSV file/,
		],
		['no UTF-8', fileItem(Buffer.from([0xd2, 0xe5, 0xf1, 0xf2]), 'a.csv'), /no UTF-8 text/],
		['no file', { json: {} }, /has no file under this name/],
		['a file that is too large', fileItem(Buffer.alloc(129 * 1024 * 1024, 'a@b.ru\n')), /at most 128 MB/],
		[
			'too many lines',
			fileItem('1\n'.repeat(5_000_001)),
			/5,000,001 lines of 10 MB to send, but VK Ads takes at most 5,000,000/,
		],
	])('%s', async (_case, item, words) => {
		expect(await failureOf(fromFile(item))).toMatchObject({ message: expect.stringMatching(words) });
		expect(sandbox.requests).toEqual([]);
	});
});

describe('people in a list', () => {
	it('show in no message, hint or log, whatever the platform says of them', async () => {
		const words = {
			error: { fields: { file: [{ line_number: 3, line: 'person2@mail.example', code: 'invalid_email' }] } },
		};
		const bodies = [
			words,
			{ error: { code: 'bad', message: 'person3@mail.example or +7 (900) 100-00-01' } },
			'person4@mail.example',
		];
		for (const body of bodies) {
			sandbox.reset();
			sandbox.faults.add({
				path: `${LISTS}.json`,
				fault: { kind: 'status', status: 400, body: JSON.stringify(body) },
			});
			const failure = (await failureOf(fromItems(people(2000)))) as Error & { description: string };
			expect(`${failure.message}${failure.description}`).not.toMatch(/person|100-00-01/);
			expect(failure.message).toMatch(/\(400\)|validation|400/);
		}
		sandbox.reset();
		const { told } = await fromItems([...people(2000), { email: 'bad person' }]);
		expect(told).not.toMatch(/person/);
	});
});
