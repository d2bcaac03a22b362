import { describe, expect, it } from '@jest/globals';

import { option, searchedPage } from '../../../../nodes/shared/editor/options';

describe('an entry of a dropdown', () => {
	it.each([
		['Spring', 'Spring (7)'],
		['', '7'],
		[undefined, '7'],
		[5, '7'],
	])('of the name %p is "%s"', (name, label) => {
		expect(option('7', name)).toEqual({ name: label, value: '7' });
	});

	it('may say more', () => {
		expect(option('7', 'Spring', 'archived')).toEqual({
			name: 'Spring (7)',
			value: '7',
			description: 'archived',
		});
	});
});

describe('a page of a picker', () => {
	const items = Array.from({ length: 250 }, (_none, index) => option(String(index).padStart(3, '0'), 'Кофе'));

	it('gives all entries over its pages, each once', () => {
		const seen: unknown[] = [];
		let token: string | undefined = '0';
		while (token !== undefined) {
			const page = searchedPage(items, '', token);
			expect(page.results.length).toBeLessThanOrEqual(100);
			seen.push(...page.results.map(({ value }) => value));
			token = page.paginationToken;
		}
		expect(seen).toEqual(items.map(({ value }) => value));
	});

	it('stands in the order of the alphabet, Cyrillic too', () => {
		const { results } = searchedPage(
			['Ель', 'б', 'Ёлка', 'А'].map((name) => ({ name, value: name })),
			'',
			'0',
		);
		expect(results.map(({ name }) => name)).toEqual(['А', 'б', 'Ёлка', 'Ель']);
	});

	it('finds by the name and the id in it, whatever the case', () => {
		expect(searchedPage(items, ' КОФЕ (249)', '0').results).toEqual([items[249]]);
	});
});
