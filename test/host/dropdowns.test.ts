import { describe, expect, it } from '@jest/globals';

import { platforms } from '../platforms';
import { adfox } from '../platforms/adfox';
import type { TestPlatform } from '../platforms/platform';
import { promoPages } from '../platforms/promopages';
import { SAVED_REPORTS } from '../sandbox/adfox/reports/saved-reports';
import { builtPackage } from '../setup/built-package';
import { ofFile } from '../support/of-file';
import { type Dropdown, optionsOf, pageOf, pagesOf } from './support/ask-editor';
import { startHost } from './support/host';
import { entry, type Entry, type List } from './support/host-part';

const host = ofFile(async () =>
	startHost({
		sandbox: Object.fromEntries(platforms.map(({ key, host: part }) => [key, part?.listsAccount ?? {}])),
	}),
);

function byId(entries: readonly Entry[]): Entry[] {
	return [...entries].sort((a, b) => a.id.localeCompare(b.id));
}

function entriesOf(results: readonly { name: string; value: unknown }[]): Entry[] {
	return results.map(({ name, value }) => ({ id: String(value), name }));
}

function listsOf(kind: 'dropdowns' | 'searches') {
	return platforms.flatMap((platform) =>
		(platform.host?.[kind] ?? []).map((list) => ({
			title: [platform.title, list.method, ...(list.of === undefined ? [] : ['of', list.of])].join(' '),
			platform,
			list,
		})),
	);
}

function dropdownOf(platform: TestPlatform, { method, parameters }: List): Dropdown {
	return { platform, method, path: 'parameter', parameters: parameters?.(host.sandbox) };
}

const { nodes } = builtPackage();

it.each(platforms)('all lists of $title are looked at here', ({ type, host: part }) => {
	const built = nodes.find(({ description: { name } }) => type.endsWith(`.${name}`));
	const { methods = {} } = built!;
	const { dropdowns = [], searches = [], otherLists = [] } = part ?? {};
	const seen = [...[...dropdowns, ...searches].map(({ method }) => method), ...otherLists];
	expect(new Set(seen)).toEqual(
		new Set([...Object.keys(methods.loadOptions ?? {}), ...Object.keys(methods.listSearch ?? {})]),
	);
});

describe('a dropdown', () => {
	it.each(listsOf('dropdowns'))('$title has what the account has', async ({ platform, list }) => {
		const listed = entriesOf(await optionsOf(host, dropdownOf(platform, list)));
		expect(byId(listed)).toEqual(byId(list.truth(host.sandbox)));
		expect(listed.length).toBeGreaterThan(0);
	});

	it('is empty where it depends on a choice that is still to come', async () => {
		const parameters = { publisherId: { __rl: true, mode: 'id', value: '' } };
		const dropdown = { platform: promoPages, method: 'getCampaigns', path: 'campaignIds', parameters };
		expect(await optionsOf(host, dropdown)).toEqual([]);
	});
});

describe('the list of a resource locator', () => {
	const searches = listsOf('searches');

	it.each(searches)('$title comes in pages', async ({ platform, list }) => {
		const truth = list.truth(host.sandbox);
		const pages = await pagesOf(host, dropdownOf(platform, list));
		expect(byId(entriesOf(pages.flat()))).toEqual(byId(truth));
		expect(pages).toHaveLength(Math.ceil(truth.length / (platform.host?.pageLength ?? 100)));
	});

	it.each(searches)('$title finds by a part of the name', async ({ platform, list }) => {
		const all = list.truth(host.sandbox);
		const { name } = all[Math.floor(all.length / 2)]!;
		const part = name.slice(0, Math.ceil(name.length / 2)).toUpperCase();
		const wanted = all.filter((one) => one.name.toUpperCase().includes(part));
		const pages = await pagesOf(host, dropdownOf(platform, list), part);
		expect(byId(entriesOf(pages.flat()))).toEqual(byId(wanted));
	});

	it('is empty where nothing has such a name', async () => {
		for (const { platform, list } of searches)
			expect(await pagesOf(host, dropdownOf(platform, list), 'no such name')).toEqual([[]]);
	});

	it('has the saved reports of the chosen level', async () => {
		const parameters = { level: 'campaign' };
		const savedReports = { platform: adfox, method: 'searchReports', path: 'reportName', parameters };
		const all = entriesOf((await pagesOf(host, savedReports)).flat());
		expect(byId(all)).toEqual(byId(SAVED_REPORTS.map(({ name, title }) => entry(name, title))));
		const { name } = all[0]!;
		expect(entriesOf((await pagesOf(host, savedReports, name)).flat())).toEqual([all[0]]);
	});

	it('tells what the platform refused', async () => {
		host.sandbox.faults.add({ path: /v1/, fault: { kind: 'status', status: 403, body: '' } });
		const dropdown = { platform: adfox, method: 'searchSites', path: 'siteID' };
		await expect(pageOf(host, dropdown)).rejects.toThrow('ADFOX answered');
	});
});
