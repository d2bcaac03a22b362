import { describe, expect, it } from '@jest/globals';

import { sandboxOfFile, withSandbox } from './opened';
import { at, classic, parsed, xml, type Pairs } from './adfox/client';

const sandbox = sandboxOfFile({ adfox: { banners: 30 } });

const first = (kind: 'campaigns' | 'banners' | 'advertisers') => sandbox.adfox[kind][0]!.ID as string;

type Fields = Record<string, string>;
const LIST = { object: 'account', action: 'list', actionObject: 'campaign' };
const ADD = { object: 'account', action: 'add', encoding: 'UTF-8' };
/** A request that would be taken but for what is added. */
const to = (base: () => Fields) => (more: Fields) => () => ({ ...base(), ...more });
const list = to(() => LIST);
const campaign = to(() => ({
	...ADD,
	actionObject: 'campaign',
	name: 'Новая',
	advertiserID: first('advertisers'),
}));
const banner = to(() => ({ ...ADD, actionObject: 'banner', campaignID: first('campaigns') }));
const place = to(() => {
	const { siteID, zoneID, bannerTypeID, positionID } = sandbox.adfox.places[0]! as Fields;
	return {
		...ADD,
		actionObject: 'place',
		name: 'x',
		...({ siteID, zoneID, bannerTypeID, positionID } as Fields),
	};
});
const FREQUENCY = { object: 'banner', action: 'target', actionObject: 'targetingFrequency' };
const frequency = to(() => ({ ...FREQUENCY, objectID: first('banners') }));
const PLACING = { object: 'campaign', action: 'placing', actionObject: 'place', actionStatus: '1' };
const placing = to(() => ({ ...PLACING, objectID: first('campaigns') }));
const remove = to(() => ({ object: 'account', action: 'delete' }));
const modify = to(() => ({ object: 'campaign', action: 'modify', objectID: first('campaigns') }));
const user = { actionObject: 'advertiser', account: 'site-1', eMail: 'a@example.com' };

type Case = [code: string, parameter: string | undefined, pairs: () => Pairs];

const ERRORS: Record<string, string> = {
	'-2': 'Access denied',
	'-3': 'Invalid object name',
	'-4': 'Invalid action object name',
	'-5': 'Invalid action name',
	'-6': 'Incorrect value',
	'-7': 'Value required',
	'-8': 'Account already exists',
	'-9': 'Value must be not NULL',
};

describe('the token', () => {
	it.each([
		['xml', 200, 'x-yandex-api-key', 'no'],
		['xml', 200, 'authorization', 'Bearer y0_sandbox-not-a-secret'],
		['xml', 200, 'authorization', 'y0_sandbox-not-a-secret'],
		['http-401', 401, 'x-yandex-api-key', 'no'],
	] as const)('refuses by %s with %i: %s %s', async (authFailure, status, header, value) => {
		await withSandbox({ adfox: { authFailure, banners: 1 } }, async (other) => {
			const response = await classic(other, 'GET', LIST, { [header]: value });
			expect(response.status).toBe(status);
			const text = await response.text();
			if (authFailure === 'http-401') expect(text).toBe('401 Unauthorized');
			else expect(at(parsed(text), 'status')).toEqual({ code: '-1', error: 'Authorization failed' });
		});
	});

	it('is taken from both headers, or from the one that is switched on', async () => {
		const { token } = sandbox.adfox;
		const authorization = { authorization: `OAuth ${token}` };
		expect(at(await xml(classic(sandbox, 'GET', LIST, authorization)), 'status', 'code')).toBe('0');
		await withSandbox({ adfox: { authHeaders: ['X-Yandex-API-Key'], banners: 1 } }, async (other) => {
			expect(at(await xml(classic(other, 'GET', LIST, authorization)), 'status', 'code')).toBe('-1');
			expect(at(await xml(classic(other, 'GET', LIST)), 'status', 'code')).toBe('0');
		});
	});
});

describe('a request', () => {
	it('that writes is refused in the URL', async () => {
		const write = { object: 'account', action: 'add', actionObject: 'position', name: 'top' };
		const response = await classic(sandbox, 'GET', write);
		expect(response.status).toBe(405);
		expect(at(parsed(await response.text()), 'status', 'code')).toBe('-2');
		expect(sandbox.adfox.writes).toEqual([]);
	});

	it('may have parameters that nobody knows, and its refusal has the status 200', async () => {
		const query = { ...LIST, Search: 'x' };
		expect(at(await xml(classic(sandbox, 'GET', query)), 'result', 'total_rows')).toBe('137');
		expect((await classic(sandbox, 'GET', { ...LIST, limit: 'x' })).status).toBe(200);
		expect((await fetch(`${sandbox.adfox.baseUrl}/v0`)).status).toBe(404);
	});
});

describe('a read', () => {
	it.each<Case>([
		['-3', 'object', list({ object: 'Account' })],
		['-3', 'object', () => ({})],
		['-5', 'action', list({ action: 'List' })],
		['-4', 'actionObject', list({ actionObject: 'campaigns' })],
		['-6', 'encoding', list({ encoding: 'utf8' })],
		['-6', 'limit', list({ limit: '1001' })],
		['-6', 'limit', list({ limit: '0' })],
		['-6', 'offset', list({ offset: '-1' })],
		['-6', 'dateAddedFrom', list({ dateAddedFrom: '2024-02-30' })],
		['-6', 'listCampaignIDs', list({ actionObject: 'banner', listCampaignIDs: '1, 2' })],
		['-9', 'search', list({ search: '' })],
		['-6', 'show', () => [...Object.entries(LIST), ['show', 'short'], ['show', 'common']]],
		['-7', 'actionObjectID', list({ actionObject: 'template' })],
		['-6', 'show', list({ show: 'targetingAge' })],
	])('is refused with %s for %s', async (code, parameter, pairs) => {
		const { status } = await xml(classic(sandbox, 'GET', pairs()));
		expect(status).toMatchObject({ code, error: ERRORS[code], parameter });
	});
});

describe('a write', () => {
	it.each<Case>([
		['-4', 'actionObject', modify({ actionObject: '' })],
		['-2', undefined, modify({ objectID: '7', name: 'x' })],
		['-7', 'name', () => ({ ...ADD, actionObject: 'position', Name: 'x' })],
		['-7', 'advertiserID', () => ({ ...ADD, actionObject: 'campaign', name: 'x', advertiser: '7' })],
		['-6', 'advertiserID', campaign({ advertiserID: '7' })],
		['-6', 'level', campaign({ level: '11' })],
		['-6', 'status', campaign({ status: 'active' })],
		['-6', 'maxClicks', campaign({ maxClicks: '2147483648' })],
		['-6', 'maxImpressions', campaign({ maxImpressions: '0' })],
		['-6', 'dateEnd', campaign({ dateEnd: '2026-01-01T10:00' })],
		['-6', 'dateEnd', campaign({ dateStart: '2026-01-02', dateEnd: '2026-01-01 10:00' })],
		['-7', 'dateEnd', campaign({ impressionsSmoothTypeID: '1' })],
		['-7', 'trafficPercents', campaign({ rotationMethodID: '1' })],
		['-7', 'cpm', campaign({ kind_id: '2' })],
		['-7', 'contractID', campaign({ sendToErir: '1' })],
		['-6', 'bundleID', campaign({ commonProfileID: '1', bundleID: '1' })],
		['-7', 'templateID', banner({})],
		['-6', 'templateID', banner({ templateID: '7' })],
		['-6', 'campaignID', banner({ campaignID: '7', bannerTypeID: '8' })],
		['-9', 'name', banner({ name: '' })],
		['-6', 'zoneID', place({ zoneID: '7' })],
		['-6', 'pop', place({ plp: '0', pop: '5' })],
		['-7', 'pop', place({ plp: '5' })],
		['-8', 'account', () => ({ ...ADD, ...user })],
		['-7', 'isRedefined', frequency({})],
		['-6', 'minimalPeriodClicks', frequency({ isRedefined: '1', minimalPeriodClicks: '10:00' })],
		['-7', 'uniquePeriodClicks', frequency({ isRedefined: '1', frequencyTypeClicks: '8' })],
		['-7', 'actionObjectID', placing({})],
		['-2', undefined, placing({ actionObjectID: '7' })],
		['-7', 'campaignID', () => remove({ actionObject: 'banner', listIDs: first('banners') })()],
		['-2', undefined, remove({ actionObject: 'website', listIDs: '7,8' })],
		['-6', 'actionObjectID', remove({ actionObject: 'campaign', actionObjectID: '0' })],
	])('is refused with %s for %s', async (code, parameter, pairs) => {
		const { status } = await xml(classic(sandbox, 'POST', pairs()));
		expect(status).toMatchObject({ code, error: ERRORS[code], ...(parameter && { parameter }) });
		expect(sandbox.adfox.writes).toEqual([]);
	});

	it('names the placement that is 0', async () => {
		const { status } = await xml(classic(sandbox, 'POST', placing({ actionObjectID: '0' })()));
		expect(status).toEqual({ code: '-6', error: "Value for 'placeId' is required" });
	});

	it('is taken when nothing is wrong with it', async () => {
		const code = async (pairs: Pairs) => (await xml(classic(sandbox, 'POST', pairs))).status;
		for (const pairs of [
			campaign({ level: '10' })(),
			place({ plp: '0', pop: '' })(),
			frequency({ isRedefined: '0' })(),
		]) {
			expect(await code(pairs)).toMatchObject({ code: '0' });
		}
		expect(sandbox.adfox.writes).toHaveLength(3);
	});
});
