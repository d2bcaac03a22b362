import { describe, expect, it } from '@jest/globals';

import { NODE, TYPE } from './harness';
import { BATCH, continuing, event, uploadStage } from './upload-stage';

const { batches, harness, taken, uploaded } = uploadStage();

describe('bad input', () => {
	it.each<[string, object, RegExp]>([
		['Event Name', { name: ' ' }, /^Event Name is empty/],
		['Event Name that is no text', { name: { a: 1 } }, /^Event Name is "\{"a":1\}", which is neither a text/],
		['User ID', { uid: ['a'] }, /^User ID is /],
		['Time', { time: 'yesterday' }, /^Time is "yesterday", which is no date/],
		['Event Value', { value: '1 990,50' }, /^Event Value is "1 990,50", which is no number/],
	])('%s: the item is refused by itself, before anything is sent', async (_name, changes, message) => {
		const { good, bad } = await uploaded([event(1), event(2, changes), event(3)], { settings: continuing });
		expect(good.map(({ uid }) => uid)).toEqual(['user-1', 'user-3']);
		expect(bad).toMatchObject([
			{ error: { kind: 'request-invalid', message: expect.stringMatching(message) } },
		]);
		expect(batches().map(({ length }) => length)).toEqual([2]);
	});

	it.each<[object, RegExp]>([
		[{ customParameters: '{' }, /^Custom Parameters \(JSON\) is no valid JSON/],
		[{ customParameters: '[1]' }, /^Custom Parameters \(JSON\) is "\[1\]", which is no object/],
		[{ customParameters: { a: { b: 1 } } }, /has "\{"b":1\}" as "a", which is no text/],
		[{ customParameters: { a: 'x'.repeat(8_000_000) } }, /larger than the 8 MB/],
		[{ ecommerce: { amount: 'x' } }, /^Amount is "x", which is no number/],
	])('%j', async (additionalFields, message) => {
		const { run } = await uploaded([event(1)], { fields: { additionalFields } });
		expect(run.error!.message).toMatch(message);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('of every item is told at every item, and nothing is sent', async () => {
		const { bad } = await uploaded([event(1, { name: '' }), event(2, { name: '' })], {
			settings: continuing,
		});
		expect([bad.length, harness.sandbox.requests.length]).toEqual([2, 0]);
	});

	it('tells events that belong to nobody', async () => {
		const { run } = await uploaded([event(1, { uid: '' }), event(2)]);
		expect(run.hints(NODE)[0]).toContain('1 event had no User ID');
	});
});

describe('where events go', () => {
	const elsewhere = 'http://127.0.0.1:1/api';
	const away = (baseUrl: string, more: object = {}) => ({
		credentials: { [TYPE]: { ...harness.credential, baseUrl, ...more } },
	});
	const to = (uploadBaseUrl: string) => ({ options: { uploadBaseUrl } });

	it('the address in the options, and the token to no other', async () => {
		const { sandbox } = harness;
		const { good } = await uploaded([event(1)], {
			...away(elsewhere),
			fields: to(`${sandbox.targetAds.baseUrl}/`),
		});
		expect([good.length, taken().length]).toEqual([1, 1]);
	});

	it.each([
		['http://eye.example', /^Upload Base URL begins with http:\/\/, so the token would travel unencrypted/],
		['eye.targetads.io', /^Upload Base URL is not a web address/],
		['https://me:word@eye.targetads.io', /^Upload Base URL contains a user name/],
		['https://eye.targetads.io/?x', /^Upload Base URL contains a "\?"/],
	])('not to %s', async (address, message) => {
		const { run } = await uploaded([event(1), event(2)], { fields: to(address) });
		expect(run.error!.message).toMatch(message);
		expect(run.error!.message).toContain('Nothing was sent.');
	});

	it('not to a domain that the credential does not allow', async () => {
		const only = { allowedHttpRequestDomains: 'domains', allowedDomains: 'api.targetads.io' };
		const { run } = await uploaded([event(1)], away('https://api.targetads.io', only));
		expect(run.error!.message).toBe(
			'Allowed Domains of the credential does not hold eye.targetads.io, the host of Upload Base URL.',
		);
	});

	it('at an address that takes none it speaks of that address', async () => {
		const { run } = await uploaded([event(1)], {
			fields: to(`${harness.sandbox.targetAds.baseUrl}/api`),
		});
		expect(run.error!.description).toMatch(
			/^Nothing takes events at this address\. Check Options > Upload Base URL/,
		);
	});

	it('of a redirect to another server nothing is taken there', async () => {
		harness.sandbox.faults.add({ path: BATCH, fault: { kind: 'redirect', to: elsewhere } });
		const { run } = await uploaded([event(1)]);
		expect(run.error!.message).toMatch(/redirect to another server, 127\.0\.0\.1:1; it was not followed/);
	});
});
