import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { Adfox } from '../../../nodes/Adfox/Adfox.node';
import { BANNER_WORDS } from '../../../nodes/Adfox/catalogue/banner-words';
import { CAMPAIGN_WORDS } from '../../../nodes/Adfox/catalogue/campaign-words';
import { allMethods } from '../../../nodes/Adfox/catalogue/find';
import { INVENTORY_WORDS } from '../../../nodes/Adfox/catalogue/inventory-words';

const { properties } = new Adfox().description;
const collections = properties.filter(({ name }) => /^(additional|update)Fields$|^filters$/.test(name));
const offered = collections.flatMap(({ options = [] }) => options as INodeProperties[]);

function labels(resource: string, operation: string): string[] {
	const collection = collections.find(
		({ displayOptions: { show } = {} }) =>
			show?.resource?.includes(resource) && show.operation?.includes(operation),
	);
	return ((collection?.options ?? []) as INodeProperties[]).map(({ displayName }) => displayName);
}

const USUAL = ['Name', 'Status', 'Start Date', 'End Date'];
const LIMITS = ['Max Impressions', 'Max Impressions per Day', 'Max Clicks', 'Max Clicks per Day'];

describe('the fields that can be added', () => {
	it.each([
		['campaign', 'update', [...USUAL, 'Level', 'Priority', ...LIMITS, 'Campaign Type', 'CPM']],
		['campaign', 'create', [...USUAL.slice(1), 'Level', 'Priority', ...LIMITS, 'Campaign Type', 'CPM']],
		['superCampaign', 'update', [...USUAL, ...LIMITS]],
		['banner', 'update', [...USUAL, 'Priority', ...LIMITS, 'Click URL', 'Image URL', 'Tracking Pixel URL']],
		['advertiser', 'update', ['Login', 'Email', 'Company']],
		['place', 'update', ['Name', 'Position ID', 'Category ID']],
		['banner', 'setFrequency', ['Max Impressions per Person', 'Max Clicks per Person']],
		['campaign', 'setPlacement', ['Start Date', 'End Date']],
	])('begin with the usual ones: %s, %s', (resource, operation, first) => {
		expect(labels(resource, operation).slice(0, first.length)).toEqual(first);
	});

	it.each(['create', 'update'])(
		'then stand in the order of the alphabet, and end with what has any name: %s',
		(operation) => {
			const rest = labels('campaign', operation).slice(14);
			const custom = rest.pop();
			expect(rest.length).toBeGreaterThan(15);
			expect(rest).toEqual([...rest].sort((a, b) => a.localeCompare(b, 'en')));
			expect(custom).toBe('Custom Parameters');
		},
	);

	it('have words of their own, or none', () => {
		for (const { description = '' } of offered) expect(description).not.toMatch(/The parameter \w+/);
		const names = offered.map(({ displayName }) => displayName).join('\n');
		expect(names).not.toMatch(/kind|kktu$|outer|^os$|smooth type|method id|action object/im);
	});

	it('are called by one label in a box', () => {
		for (const { options = [] } of collections) {
			const names = (options as INodeProperties[]).map(({ displayName }) => displayName);
			expect(names).toEqual([...new Set(names)]);
		}
	});

	it("follow n8n's guidelines: a full stop only behind several sentences", () => {
		for (const { name, description = '' } of offered)
			expect({ name, dotted: description.endsWith('.') }).toEqual({
				name,
				dotted: /\. [A-Z]/.test(description),
			});
	});
});

it('a list asks for what is in it', () => {
	const pickers = properties.filter(({ type }) => type === 'resourceLocator');
	const asked = pickers.flatMap(({ modes = [] }) =>
		modes.flatMap(({ name, placeholder }) => (name === 'list' ? placeholder : [])),
	);
	expect([...new Set(asked)]).toEqual(
		expect.arrayContaining(['Choose a campaign...', 'Choose a banner...', 'Choose an advertiser...']),
	);
	expect(asked).not.toContain('Choose one...');
});

it('words are of parameters that there are', () => {
	const known = new Set(allMethods.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
	const words = [CAMPAIGN_WORDS, BANNER_WORDS, INVENTORY_WORDS].flatMap((table) => Object.keys(table));
	expect(words.filter((name) => !known.has(name))).toEqual([]);
	expect(words).toEqual([...new Set(words)]);
});
