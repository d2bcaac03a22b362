import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type Host, startHost } from './support/host';

let host: Host;
beforeAll(async () => {
	host = await startHost();
});
afterAll(async () => {
	await host.close();
});

describe('the packed package in n8n', () => {
	it('brings its nodes, also as tools, and its credentials', async () => {
		const read = async (path: string) =>
			(await (await host.rest.raw('GET', path)).json()) as { name: string }[];
		const ours = (list: { name: string }[], filter: RegExp) =>
			list
				.map(({ name }) => name)
				.filter((name) => filter.test(name))
				.sort();
		expect(ours(await read('/types/nodes.json'), /ru-ads/)).toEqual([
			'n8n-nodes-ru-ads.adfox',
			'n8n-nodes-ru-ads.adfoxTool',
			'n8n-nodes-ru-ads.myTarget',
			'n8n-nodes-ru-ads.myTargetTool',
			'n8n-nodes-ru-ads.targetAds',
			'n8n-nodes-ru-ads.targetAdsTool',
			'n8n-nodes-ru-ads.yandexPromoPages',
			'n8n-nodes-ru-ads.yandexPromoPagesTool',
		]);
		expect(
			ours(await read('/types/credentials.json'), /^(adfox|myTarget|targetAds|yandexPromoPages)Api$/),
		).toEqual(['adfoxApi', 'myTargetApi', 'targetAdsApi', 'yandexPromoPagesApi']);
	});
});
