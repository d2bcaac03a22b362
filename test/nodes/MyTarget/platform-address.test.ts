import { describe, expect, it } from '@jest/globals';

import { MyTargetApi } from '../../../credentials/MyTargetApi.credentials';
import { myTarget } from '../../../nodes/MyTarget/platform';
import { ADDRESS_EXPRESSION, addressOf, hasAdPlans } from '../../../nodes/MyTarget/token';
import { host } from '../../engine/host';
import { someNode } from '../shared/fake-node';

const ADDRESSES = {
	vkAds: 'https://ads.vk.com',
	vkAdsRu: 'https://ads.vk.ru',
	myTarget: 'https://target.my.com',
	sandbox: 'https://target-sandbox.my.com',
};
const named = Object.entries(ADDRESSES);
const TOKEN = { authentication: 'accessToken', accessToken: 'mine' };

/** As n8n resolves the base URL of a credential's Test. */
function inTest(credential: object): unknown {
	const node = { ...someNode, parameters: {} };
	const none = { description: { properties: [] } } as never;
	const nodeTypes = { getByName: () => none, getByNameAndVersion: () => none, getKnownTypes: () => ({}) };
	const workflow = new host.workflow.Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const keys = { $credentials: credential } as never;
	return workflow.expression.getSimpleParameterValue(
		node,
		ADDRESS_EXPRESSION,
		'internal',
		keys,
		undefined,
		'',
	);
}

describe('Platform of the credential', () => {
	it.each(named)('%s leads the node, its tokens and Test to %s', async (platform, address) => {
		const credential = { ...TOKEN, platform, baseUrl: '' };
		expect(addressOf(credential)).toBe(address);
		expect((await myTarget.account(credential)).baseUrl).toBe(address);
		expect(inTest(credential)).toBe(address);
	});

	it('Other leads all of them to the Base URL', async () => {
		const credential = { ...TOKEN, platform: 'other', baseUrl: ' https://ads.example.com/ ' };
		expect((await myTarget.account(credential)).baseUrl).toBe('https://ads.example.com');
		expect(inTest(credential)).toBe('https://ads.example.com');
	});

	it('counts for a Base URL that was entered before: the token goes to the platform that was chosen', () => {
		const credential = { ...TOKEN, platform: 'vkAds', baseUrl: 'https://elsewhere.example' };
		expect(addressOf(credential)).toBe(ADDRESSES.vkAds);
		expect(inTest(credential)).toBe(ADDRESSES.vkAds);
	});

	it.each([
		[{ platform: 'other', baseUrl: '' }, /^Base URL is not a web address/],
		[{ platform: 'facebook', baseUrl: 'https://x.example' }, /^Platform is "facebook", which is not one/],
	])('%j is refused', (credential, message) => {
		expect(() => addressOf(credential)).toThrow(message);
	});

	it('is VK Ads at first, in the dialog and for the node', () => {
		const { properties } = new MyTargetApi();
		expect(properties.find(({ name }) => name === 'platform')!.default).toBe('vkAds');
		expect(addressOf(TOKEN)).toBe(ADDRESSES.vkAds);
	});

	it.each([
		[ADDRESSES.vkAds, true],
		[ADDRESSES.vkAdsRu, true],
		[ADDRESSES.myTarget, false],
		[ADDRESSES.sandbox, false],
		['http://127.0.0.1:5000/mytarget', true],
	])('at %s there are ad plans: %s', (address, are) => {
		expect(hasAdPlans(address)).toBe(are);
	});
});
