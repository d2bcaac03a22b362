import { describe, expect, it } from '@jest/globals';

import { counted, fileSize, ProgressLine, shorten, wrap } from './text';

describe('text', () => {
	it('is wrapped at spaces', () => {
		expect(wrap('one two  three four', 9)).toEqual(['one two', 'three', 'four']);
		expect(wrap('averyverylongword is', 5)).toEqual(['averyverylongword', 'is']);
		expect(wrap('', 5)).toEqual([]);
	});

	it('is shortened visibly', () => {
		expect([shorten('12345', 5), shorten('123456', 5)]).toEqual(['12345', '12...']);
	});

	it('counts', () => {
		expect([counted(1, 'row'), counted(1234, 'row'), counted(0, 'retry', 'retries')]).toEqual([
			'1 row',
			'1,234 rows',
			'0 retries',
		]);
	});

	it.each([
		[999, '999 B'],
		[1500, '1.5 kB'],
		[2_300_000, '2.3 MB'],
	])('tells the size of %i bytes', (bytes, expected) => {
		expect(fileSize(bytes)).toBe(expected);
	});
});

describe('ProgressLine', () => {
	const written = (isTTY: boolean) => {
		const texts: string[] = [];
		const line = new ProgressLine({ isTTY, write: (text) => texts.push(text) }, 8);
		line.show('a long text');
		line.clear();
		return texts;
	};

	it('stays on one line of a terminal', () => {
		expect(written(true)).toEqual(['\r\u001B[Ka lon...', '\r\u001B[K']);
	});

	it('is silent elsewhere', () => {
		expect(written(false)).toEqual([]);
	});
});
