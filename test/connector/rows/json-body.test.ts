import { describe, expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import { readJson } from '../../../connector/rows';
import { cut, Source } from './chunks';

const read = (body: Buffer | string) => readJson(new Source(cut(Buffer.from(body))), { maxBytes: 100 });

describe('readJson', () => {
	it.each([
		['', undefined],
		[' \r\n', undefined],
		['\uFEFF', undefined],
		['null', null],
		['{"город":"Москва"}', { город: 'Москва' }],
		['\uFEFF[1, "🙂"]\n', [1, '🙂']],
	])('reads %p', async (body, value) => {
		expect(await read(body)).toEqual(value);
	});

	it.each<[string, Buffer | string, string]>([
		['HTML', '\n<!DOCTYPE html><p>secret', 'The answer is an HTML page instead of JSON.'],
		['HTML without a doctype', '<html lang="ru">secret', 'The answer is an HTML page instead of JSON.'],
		['XML', '<?xml version="1.0"?><secret/>', 'The answer is XML instead of JSON.'],
		['an open array', '[{"a":"secret"}', 'The answer breaks off after 15 bytes.'],
		['an open object', '{"a":', 'The answer breaks off after 5 bytes.'],
		['an open string', '{"a":"\\"}', 'The answer breaks off after 9 bytes.'],
		['half a character', Buffer.from('["М').subarray(0, -1), 'The answer breaks off inside of a character.'],
		['text', 'secret', 'The answer is no valid JSON (6 bytes).'],
		['two values', '{"a":"}"} {}', 'The answer is no valid JSON (12 bytes).'],
		['windows-1251', Buffer.from([0x22, 0xcc, 0xee, 0x22]), 'The answer is not UTF-8 text.'],
		['too much', ' '.repeat(101), 'The answer is longer than 100 bytes.'],
	])('refuses %s', async (_name, body, message) => {
		const error: unknown = await read(body).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(ResponseInvalidError);
		expect(error).toHaveProperty('message', message);
		expect(error).not.toHaveProperty('cause');
	});

	it('stops reading at the bound', async () => {
		const source = new Source(Array.from({ length: 10 }, () => Buffer.alloc(60)));
		await expect(readJson(source, { maxBytes: 100 })).rejects.toThrow(ResponseInvalidError);
		expect(source).toMatchObject({ closed: true, delivered: 2 });
	});
});
