import { describe, expect, it } from '@jest/globals';
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import {
	dropdown,
	option,
	picker,
	pickers,
	searchedPage,
	type Found,
	type Search,
} from '../../../../nodes/shared/editor/options';
import { someNode } from '../fake-node';
import { list, pagesOf, platformWith } from '../fake-platform';

describe('an entry of a dropdown', () => {
	it.each([
		['Spring', 'Spring (7)'],
		['', '7'],
		[undefined, '7'],
		[5, '7'],
	])('of the name %p is "%s"', (name, label) => {
		expect(option('7', name)).toStrictEqual({ name: label, value: '7' });
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

	it('gives all entries over its pages, each once', async () => {
		const seen: unknown[] = [];
		let token: string | undefined = '0';
		while (token !== undefined) {
			const page = await searchedPage(items, '', token);
			expect(page.results.length).toBeLessThanOrEqual(100);
			seen.push(...page.results.map(({ value }) => value));
			token = page.paginationToken;
		}
		expect(seen).toEqual(items.map(({ value }) => value));
	});

	it('is the last one where nothing follows', async () => {
		expect(await searchedPage(items.slice(0, 100), '', '0')).not.toHaveProperty('paginationToken');
		expect(await searchedPage(items.slice(0, 101), '', '0')).toHaveProperty('paginationToken', '100');
	});

	it('stands in the order of the alphabet, Cyrillic too', async () => {
		const { results } = await searchedPage(
			['Ель', 'б', 'Ёлка', 'А'].map((name) => ({ name, value: name })),
			'',
			'0',
		);
		expect(results.map(({ name }) => name)).toEqual(['А', 'б', 'Ёлка', 'Ель']);
	});

	it('finds by the name and the id in it, whatever the case', async () => {
		expect((await searchedPage(items, ' КОФЕ (249)', '0')).results).toEqual([items[249]]);
	});
});

describe('the methods behind the fields', () => {
	const platform = platformWith(list(() => pagesOf([])));
	const editor = {
		getCredentials: <T extends object>() => Promise.resolve({} as T),
		getCurrentNodeParameter: (name: string) => `value of ${name}`,
		getNode: () => someNode,
		helpers: {} as ILoadOptionsFunctions['helpers'],
	} as Partial<ILoadOptionsFunctions> as ILoadOptionsFunctions;

	it('fill a dropdown by name, with what the other parameters say', async () => {
		const load = dropdown(platform, (_api, parameter) =>
			Promise.resolve([
				{ name: 'b', value: String(parameter('site')) },
				{ name: 'a', value: '1' },
			]),
		);
		expect(await load.call(editor)).toEqual([
			{ name: 'a', value: '1' },
			{ name: 'b', value: 'value of site' },
		]);
	});

	const asked = async (found: Found, ...search: string[]) => {
		const seen: Search[] = [];
		const method = picker(platform, (_api, one) => {
			seen.push(one);
			return Promise.resolve(found);
		});
		const result = await method.call(editor, ...search);
		const { filter, paginationToken, parameter } = seen[0]!;
		return { result, search: { filter, paginationToken, site: parameter('site') } };
	};

	it('search a picker from its beginning, unless told otherwise', async () => {
		const all = ['Spring', 'Autumn'].map((name) => ({ name, value: name }));
		const { result, search } = await asked(all);
		expect(search).toEqual({ filter: '', paginationToken: '0', site: 'value of site' });
		expect(result).toEqual({ results: [all[1], all[0]] });
		const later = await asked(all, 'spr', '0');
		expect(later.search).toMatchObject({ filter: 'spr', paginationToken: '0' });
		expect(later.result).toEqual({ results: [all[0]] });
	});

	it('give a page of the platform as it is', async () => {
		const page = { results: [{ name: 'b', value: '2' }], paginationToken: '70' };
		expect((await asked(page, 'a', '35')).result).toBe(page);
	});

	it('come by name for every kind of object', async () => {
		const kinds = [{ search: 'searchCampaigns' }, { search: 'searchBanners' }];
		const methods = pickers(platform, kinds, (_api, kind, { filter }) =>
			Promise.resolve({ results: [{ name: kind.search, value: filter }] }),
		);
		expect(Object.keys(methods)).toEqual(['searchCampaigns', 'searchBanners']);
		expect(await methods.searchBanners!.call(editor, 'x')).toEqual({
			results: [{ name: 'searchBanners', value: 'x' }],
		});
	});
});
