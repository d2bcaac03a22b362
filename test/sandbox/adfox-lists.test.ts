import { TextDecoder } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { sandboxOfFile, withSandbox } from './opened';
import { at, classic, listed, pageOf, parsed, xml } from './adfox/client';

import type { Sandbox } from '.';
import type { AdfoxOptions, AdfoxRow } from './adfox';

const sandbox = sandboxOfFile();

const list = (actionObject: string, more: Record<string, string> = {}) =>
	xml(pageOf(sandbox, actionObject, more));
const small = (adfox: Partial<AdfoxOptions>, use: (other: Sandbox) => Promise<void>) =>
	withSandbox({ adfox: { banners: 3, campaigns: 3, places: 3, ...adfox } }, use);

describe('a list', () => {
	it.each([
		['campaign', () => sandbox.adfox.campaigns, 137],
		['superCampaign', () => sandbox.adfox.superCampaigns, 14],
		['banner', () => sandbox.adfox.banners, 2345],
		['advertiser', () => sandbox.adfox.advertisers, 23],
		['website', () => sandbox.adfox.sites, 25],
		['zone', () => sandbox.adfox.zones, 60],
		['place', () => sandbox.adfox.places, 150],
		['assistant', () => sandbox.adfox.objects('assistant'), 11],
		['contractor', () => sandbox.adfox.objects('contractor'), 4],
	])('of %s is the truth', async (actionObject, truth, count) => {
		const rows = await listed(sandbox, { actionObject });
		expect(rows).toHaveLength(count);
		expect(rows).toEqual(truth());
		expect(rows.map((row) => Object.keys(row))).toEqual(truth().map((row) => Object.keys(row)));
	});

	it('gives ten rows when the limit is forgotten, and counts them', async () => {
		const { result } = await list('banner');
		const pages = { limit: '10', offset: '0', total_pages: '235', page: '1' };
		expect(result).toMatchObject({ ...pages, total_rows: '2345', rows: '10' });
		expect(at(result, 'data')).toEqual(sandbox.adfox.banners.slice(0, 10));
		const middle = await list('banner', { limit: '5', offset: '5' });
		expect(middle.result).toMatchObject({ page: '2', rows: '5' });
	});

	it('names its rows by their place on the page, row10 after row9', async () => {
		const response = await pageOf(sandbox, 'place', { limit: '12', offset: '20' });
		const names = [...(await response.text()).matchAll(/<(row\d+)>/g)].map(([, name]) => name);
		expect(names).toEqual(Array.from({ length: 12 }, (_, index) => `row${index}`));
	});

	it('takes the id 0 for all objects, another one for one, an unknown one for none', async () => {
		const first = sandbox.adfox.campaigns[0]!;
		expect(at(await list('campaign', { actionObjectID: '0' }), 'result', 'total_rows')).toBe('137');
		expect(at(await list('campaign', { actionObjectID: first.ID as string }), 'result', 'data')).toEqual([
			first,
		]);
		const none = await list('campaign', { actionObjectID: '7' });
		expect(none.result).toMatchObject({ rows: '0', total_rows: '0', data: '' });
	});

	it('is filtered and narrowed', async () => {
		const [one, other] = sandbox.adfox.campaigns.map(({ ID }) => ID as string);
		const banners = await listed(sandbox, {
			actionObject: 'banner',
			listCampaignIDs: `${one!},${other!}`,
			show: 'short',
		});
		const truth = sandbox.adfox.banners.filter((row) => row.campaignID === one || row.campaignID === other);
		expect(banners.map(({ ID }) => ID)).toEqual(truth.map(({ ID }) => ID));
		expect(Object.keys(banners[0]!)).toEqual(
			'ID bannerTypeID templateID campaignID status dateStart dateEnd'.split(' '),
		);
		const found = await listed(sandbox, { actionObject: 'campaign', search: 'ёлки', encoding: 'UTF-8' });
		expect(found).toEqual(sandbox.adfox.campaigns.filter(({ name }) => (name as string).includes('Ёлки')));
		expect(found.length).toBeGreaterThan(5);
		// Without `encoding` the same bytes are another text.
		expect(await listed(sandbox, { actionObject: 'campaign', search: 'ёлки' })).toEqual([]);
	});

	it('keeps empty, missing and nested elements apart', async () => {
		const rows = await listed(sandbox, { actionObject: 'campaign' });
		const has = (test: (row: AdfoxRow) => boolean) => rows.some(test);
		expect(has((row) => row.superCampaignID === '')).toBe(true);
		expect(has((row) => row.outerMarkID === '0')).toBe(true);
		expect(has((row) => !('outerMarkID' in row))).toBe(true);
		const [zone] = await listed(sandbox, { actionObject: 'zone' });
		expect(zone!.template).toEqual({ template1: '/section/1/*', template2: '' });
		const [site] = await listed(sandbox, { actionObject: 'website' });
		expect(site).toMatchObject({ URL: 'http://site1.example', url: 'https://www.site1.example/?a=1&b=2' });
	});

	it('gives every code of a dictionary without a limit, and one template alone', async () => {
		expect((await list('bannerKktu')).result).toMatchObject({ limit: '293', rows: '293' });
		const template = sandbox.adfox.objects('template')[0]!;
		const { result } = await list('template', { actionObjectID: template.id as string });
		expect(result).toEqual({ rows: '1', data: [template] });
		expect(template.impressionCode).toContain(']]>');
		const utility = await xml(
			classic(sandbox, 'GET', { object: 'account', action: 'utility', actionObject: 'sector' }),
		);
		expect(at(utility, 'result', 'data')).toContainEqual({ sectorid: '4', name: 'Туризм' });
	});

	it('is another one with another seed, and the same one with the same', async () => {
		const names = sandbox.adfox.campaigns.map(({ name }) => name);
		await withSandbox({ adfox: {} }, async (same) => {
			expect(same.adfox.campaigns.map(({ name }) => name)).toEqual(names);
		});
		await withSandbox({ adfox: { seed: 2 } }, async (other) => {
			expect(other.adfox.campaigns.map(({ name }) => name)).not.toEqual(names);
		});
	});
});

describe('an answer', () => {
	it('is windows-1251 where that is switched on, and says so', async () => {
		await small(
			{ charset: 'windows-1251', charsetDeclared: 'declaration', trailing: '\n<!-- 12 ms -->\u0000' },
			async (other) => {
				const response = await pageOf(other, 'campaign');
				expect(response.headers.get('content-type')).toBe('text/xml');
				const text = new TextDecoder('windows-1251').decode(await response.arrayBuffer());
				expect(text).toContain('<?xml version="1.0" encoding="windows-1251"?>');
				expect(text.endsWith('</response>\n<!-- 12 ms -->\u0000')).toBe(true);
				const whole = text.slice(0, text.lastIndexOf('</response>') + '</response>'.length);
				expect(at(parsed(whole), 'result', 'data')).toEqual(other.adfox.campaigns);
			},
		);
	});

	it('links to other pages, elsewhere where that is switched on, and not at all from a single page', async () => {
		await small({ linksBase: 'https://elsewhere.example/api' }, async (other) => {
			const two = await xml(pageOf(other, 'place', { encoding: 'UTF-8', limit: '2' }));
			const next = at(two, 'result', 'links', 'next') as string;
			expect(next).toMatch(
				/^\s+https:\/\/elsewhere\.example\/api\/v1\?object=account&.*limit=2&offset=2\s+$/,
			);
			expect(next).not.toContain('encoding');
			expect(at(two, 'result', 'links', 'prev')).toBe('');
			const one = await xml(pageOf(other, 'place', { encoding: 'UTF-8' }));
			expect(at(one, 'result', 'links')).toEqual({ first: '', prev: '', next: '', last: '' });
		});
	});

	it('has its counters in the links and no data where that is switched on', async () => {
		await small({ counters: 'links', emptyData: 'missing', banners: 0 }, async (other) => {
			const { result } = await xml(pageOf(other, 'banner'));
			expect(at(result, 'links', 'total_rows')).toBe('0');
			expect(Object.keys(result as AdfoxRow)).toEqual(['links']);
		});
	});
});
