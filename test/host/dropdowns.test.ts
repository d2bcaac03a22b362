import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeType } from 'n8n-workflow';

import { Adfox } from '../../nodes/Adfox/Adfox.node';
import { MyTarget } from '../../nodes/MyTarget/MyTarget.node';
import { TargetAds } from '../../nodes/TargetAds/TargetAds.node';
import { YandexPromoPages } from '../../nodes/YandexPromoPages/YandexPromoPages.node';
import { SAVED_REPORTS } from '../sandbox/adfox/reports/saved-reports';
import { type Dropdown, optionsOf, pageOf, pagesOf } from './support/ask-editor';
import { type Host, startHost } from './support/host';

interface Entry {
	id: string;
	/** As the list shows it. */
	name: string;
}

let host: Host;
beforeAll(async () => {
	host = await startHost({
		sandbox: {
			// More than a page of each list; 250 banners are three pages of ours.
			adfox: { advertisers: 110, campaigns: 137, banners: 250 },
			myTarget: { campaigns: 130, banners: 120, adPlans: 60 },
			promoPages: { publishers: 160, campaigns: [250, 7] },
		},
	});
});
afterAll(async () => {
	await host.close();
});

function entry(id: unknown, name?: unknown): Entry {
	return {
		id: String(id),
		name: typeof name === 'string' && name !== '' ? `${name} (${String(id)})` : String(id),
	};
}

function byId(entries: readonly Entry[]): Entry[] {
	return [...entries].sort((a, b) => a.id.localeCompare(b.id));
}

function entriesOf(results: readonly { name: string; value: unknown }[]): Entry[] {
	return results.map(({ name, value }) => ({ id: String(value), name }));
}

function locator(value: string) {
	return { __rl: true, mode: 'id', value };
}

interface List {
	list: string;
	dropdown: () => Dropdown;
	truth: () => Entry[];
}

function listOf(
	node: string,
	method: string,
	truth: () => Entry[],
	parameters: () => object = () => ({}),
): List {
	const dropdown = () => ({ node, method, path: 'parameter', parameters: { ...parameters() } });
	return { list: `${node} ${method}`, dropdown, truth };
}

function publishers(): Entry[] {
	return host.sandbox.promoPages.publishers
		.filter(({ canRead, canWrite, publisher }) => (canRead || canWrite) && !publisher.isDeleted)
		.map(({ publisher: { id, name } }) => entry(id, name));
}

function eventNames(): Entry[] {
	const names = new Set(host.sandbox.targetAds.targetEvents.map(({ event_name }) => event_name));
	return [...names].map((name) => ({ id: name, name }));
}

function placements(): Entry[] {
	return host.sandbox.targetAds.placements.map(({ placement_id, placement_name }) =>
		entry(placement_id, placement_name),
	);
}

const myTargetKinds = {
	campaigns: 'campaigns',
	ad_groups: 'adGroups',
	ad_plans: 'adPlans',
	banners: 'banners',
} as const;

function ofMyTarget(kind: keyof typeof myTargetKinds): Entry[] {
	return host.sandbox.myTarget[myTargetKinds[kind]].map(({ id, name }) => entry(id, name));
}

function ofAdfox(kind: 'banners' | 'campaigns' | 'places' | 'sites' | 'superCampaigns' | 'zones'): Entry[] {
	return host.sandbox.adfox[kind].map(({ ID, name }) => entry(ID, name));
}

function dictionaryOfAdfox(kind: 'bannerType' | 'position'): Entry[] {
	return host.sandbox.adfox.objects(kind).map(({ ID, name }) => entry(ID, name));
}

const dropdowns: List[] = [
	listOf('targetAds', 'getCampaigns', placements),
	listOf('targetAds', 'getTargetEvents', eventNames),
	listOf('yandexPromoPages', 'getPublishers', publishers),
	listOf(
		'yandexPromoPages',
		'getCampaigns',
		() => host.sandbox.promoPages.campaigns(publishers()[0]!.id).map(({ id, title }) => entry(id, title)),
		() => ({ publisherId: locator(publishers()[0]!.id) }),
	),
	...(Object.keys(myTargetKinds) as (keyof typeof myTargetKinds)[]).map((objectType) => ({
		...listOf(
			'myTarget',
			'getObjects',
			() => ofMyTarget(objectType),
			() => ({ resource: 'report', operation: 'getDaily', objectScope: 'selected', objectType }),
		),
		list: `myTarget getObjects of ${objectType}`,
	})),
	{
		...listOf(
			'myTarget',
			'getObjects',
			() => [entry(host.sandbox.myTarget.userId, 'This account')],
			() => ({ objectType: 'users' }),
		),
		list: 'myTarget getObjects of users',
	},
];

const locators: List[] = [
	listOf('yandexPromoPages', 'searchPublishers', publishers),
	listOf('myTarget', 'searchCampaigns', () => ofMyTarget('campaigns')),
	listOf('myTarget', 'searchAdGroups', () => ofMyTarget('ad_groups')),
	listOf('myTarget', 'searchAdPlans', () => ofMyTarget('ad_plans')),
	listOf('myTarget', 'searchBanners', () => ofMyTarget('banners')),
	listOf('adfox', 'searchAdvertisers', () =>
		host.sandbox.adfox.advertisers.map(({ ID, account }) => entry(ID, account)),
	),
	listOf('adfox', 'searchBanners', () => ofAdfox('banners')),
	listOf('adfox', 'searchBannerTypes', () => dictionaryOfAdfox('bannerType')),
	listOf('adfox', 'searchCampaigns', () => ofAdfox('campaigns')),
	listOf('adfox', 'searchPlaces', () => ofAdfox('places')),
	listOf('adfox', 'searchPositions', () => dictionaryOfAdfox('position')),
	listOf('adfox', 'searchSites', () => ofAdfox('sites')),
	listOf('adfox', 'searchSuperCampaigns', () => ofAdfox('superCampaigns')),
	listOf('adfox', 'searchZones', () => ofAdfox('zones')),
];

const savedReports: Dropdown = {
	node: 'adfox',
	method: 'searchReports',
	path: 'reportName',
	parameters: { level: 'campaign' },
};

it('all lists of the four nodes are looked at here', () => {
	const methods = [new Adfox(), new MyTarget(), new TargetAds(), new YandexPromoPages()].flatMap(
		(node: INodeType) =>
			[...Object.keys(node.methods?.loadOptions ?? {}), ...Object.keys(node.methods?.listSearch ?? {})].map(
				(method) => `${node.description.name} ${method}`,
			),
	);
	const seen = [...dropdowns, ...locators].map(({ list }) => list.split(' ').slice(0, 2).join(' '));
	expect(new Set([...seen, 'adfox searchReports'])).toEqual(new Set(methods));
});

describe('a dropdown', () => {
	it.each(dropdowns)('$list has what the account has', async ({ dropdown, truth }) => {
		const listed = entriesOf(await optionsOf(host, dropdown()));
		expect(byId(listed)).toEqual(byId(truth()));
		expect(listed.length).toBeGreaterThan(0);
	});

	it('is empty where it depends on a choice that is still to come', async () => {
		const parameters = { publisherId: locator('') };
		const dropdown = { node: 'yandexPromoPages', method: 'getCampaigns', path: 'campaignIds', parameters };
		expect(await optionsOf(host, dropdown)).toEqual([]);
	});
});

describe('the list of a resource locator', () => {
	it.each(locators)('$list comes in pages', async ({ dropdown, truth }) => {
		const pages = await pagesOf(host, dropdown());
		expect(byId(entriesOf(pages.flat()))).toEqual(byId(truth()));
		// myTarget's own pages have 50 entries, ours of a list that came as a whole 100.
		const longest = dropdown().node === 'myTarget' ? 50 : 100;
		expect(pages).toHaveLength(Math.ceil(truth().length / longest));
	});

	it.each(locators)('$list finds by a part of the name', async ({ dropdown, truth }) => {
		const all = truth();
		const { name } = all[Math.floor(all.length / 2)]!;
		const part = name.slice(0, Math.ceil(name.length / 2)).toUpperCase();
		const wanted = all.filter((one) => one.name.toUpperCase().includes(part));
		const pages = await pagesOf(host, dropdown(), part);
		expect(byId(entriesOf(pages.flat()))).toEqual(byId(wanted));
	});

	it('is empty where nothing has such a name', async () => {
		for (const { dropdown } of locators)
			expect(await pagesOf(host, dropdown(), 'no such name')).toEqual([[]]);
	});

	it('has the saved reports of the chosen level', async () => {
		const all = entriesOf((await pagesOf(host, savedReports)).flat());
		expect(byId(all)).toEqual(byId(SAVED_REPORTS.map(({ name, title }) => entry(name, title))));
		const { name } = all[0]!;
		expect(entriesOf((await pagesOf(host, savedReports, name)).flat())).toEqual([all[0]]);
	});

	it('tells what the platform refused', async () => {
		host.sandbox.faults.add({ path: /v1/, fault: { kind: 'status', status: 403, body: '' } });
		const dropdown = { node: 'adfox', method: 'searchSites', path: 'siteID' };
		await expect(pageOf(host, dropdown)).rejects.toThrow('ADFOX answered');
		host.sandbox.faults.clear();
	});
});
