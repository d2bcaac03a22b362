import { describe, expect, it } from '@jest/globals';

import { pathOf } from '../../../nodes/Adfox/api';
import { allMethods, findMethod, nearestPath, nearMisses } from '../../../nodes/Adfox/catalogue/find';
import { displayNameOf } from '../../../nodes/Adfox/catalogue/words';

const method = (path: string) => allMethods.find((candidate) => pathOf(candidate) === path)!;

describe('the catalogue', () => {
	it.each([
		'account/add/campaign',
		'account/add/banner',
		'banner/modify/banner',
		'banner/target/targetingFrequency',
		'account/list/position',
		'account/list/website',
		'account/changePassword',
		'account/auth',
		'advertiser/modify',
		'assistant/modify',
	])('has %s, which the seed names', (path) => {
		expect(method(path).source).toContain('seed');
	});

	it('has each method once, with a source, and each parameter of it once', () => {
		const paths = allMethods.map(pathOf);
		expect(new Set(paths).size).toBe(paths.length);
		for (const candidate of allMethods) {
			expect(candidate.source).not.toBe('');
			const names = candidate.parameters.map(({ name }) => name);
			expect({
				path: pathOf(candidate),
				twice: names.filter((name, at) => names.indexOf(name) !== at),
			}).toEqual({ path: pathOf(candidate), twice: [] });
		}
	});

	it('knows nothing of a method in the wrong case', () => {
		expect(findMethod({ object: 'Account', action: 'list', actionObject: 'campaign' })).toBeUndefined();
	});

	it('2.7: campaigns take no limit per hour when they are changed, unlike when they are made', () => {
		const takes = (path: string) =>
			method(path).parameters.some(({ name }) => name === 'maxImpressionsPerHour');
		expect([takes('account/add/campaign'), takes('campaign/modify')]).toEqual([true, false]);
	});

	it('trap 7.2, 7: the number of a characteristic is spelt by the context', () => {
		expect(nearMisses(method('campaign/target/targetingUser'), ['objectID', 'criteriaID'])).toEqual([
			'`criteriaID`: did you mean `criteriaId`?',
		]);
		expect(nearMisses(method('campaign/targetZone/targetingUser'), ['objectID', 'criteriaID', 'v0'])).toEqual(
			[],
		);
	});
});

describe('near misses', () => {
	it.each([
		['advertiser', 'advertiserID'],
		['Name', 'name'],
		['okveds', 'okveds[]'],
		['priorty', 'priority'],
		['levelID', 'level'],
	])('%s may mean %s', (sent, meant) => {
		expect(nearMisses(method('account/add/campaign'), [sent])).toEqual([
			`\`${sent}\`: did you mean \`${meant}\`?`,
		]);
	});

	it('trap 7.2, 5: lets names pass that carry a number, and names that resemble nothing', () => {
		const sent = ['user12', 'hitURL3', 'event1', 'someNewField', 'name', 'status'];
		expect(nearMisses(method('banner/modify/banner'), sent)).toEqual([]);
	});

	it('tells the nearest navigation block', () => {
		expect(nearestPath('Account/list/Campaign')).toBe('account/list/campaign');
		expect(nearestPath('account/list/somethingElse')).toBeUndefined();
	});
});

it.each([
	['maxImpressionsPerDay', 'Max Impressions per Day'],
	['listCampaignIDs', 'Campaign IDs'],
	['advertiserID', 'Advertiser ID'],
	['hitURL', 'Click URL'],
	['defaultHitURL', 'Default Hit URL'],
	['listPlaceIDs', 'List Place IDs'],
	['rotationMethodID', 'Rotation Method'],
	['kind_id', 'Campaign Type'],
	['eMail', 'Email'],
	['isMobileApp', 'Is Mobile App'],
])('shows %s as %s', (name, shown) => {
	expect(displayNameOf(name)).toBe(shown);
});
