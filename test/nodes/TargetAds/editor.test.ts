import { describe, expect, it } from '@jest/globals';

import { answer, Harness } from './harness';

const TYPE = 'targetAdsApi';

const harness = Harness.ofFile({ targetAds: { placements: 30 } });

describe('dropdowns', () => {
	it('lists all campaigns, by name, with the source in the label, which is what the editor searches', async () => {
		const options = await harness.engine.loadOptions('targetAds', 'getCampaigns', {
			credentials: { [TYPE]: harness.credential },
		});
		const { placements } = harness.sandbox.targetAds;
		expect(new Set(options.map(({ value }) => value))).toEqual(
			new Set(placements.map(({ placement_id }) => String(placement_id))),
		);
		const [first] = placements;
		expect(options.find(({ value }) => value === String(first!.placement_id))).toEqual({
			name: `${first!.placement_name} · ${first!.source_name} (${first!.placement_id})`,
			value: String(first!.placement_id),
			description: first!.marketing_name,
		});
		const names = options.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'ru')));
	});

	const listed = async (method: string) =>
		harness.engine.loadOptions('targetAds', method, { credentials: { [TYPE]: harness.credential } });

	it('lists target events once per name (S15)', async () => {
		const options = await listed('getEventNames');
		expect(options.map(({ value }) => value)).toEqual(['ContactForm', 'Purchase', 'VideoComplete']);
		expect(options[0]!.description).toContain('lead/form: Отправка формы обратной связи; engagement/form');
	});

	it("lists the account's types of target events, and the documentation's word for a purchase (T11)", async () => {
		const options = await listed('getEventTypes');
		expect(options.map(({ value }) => value)).toEqual(['ecommerce', 'engagement', 'lead', 'Purchase']);
		expect(options.find(({ value }) => value === 'engagement')).toEqual({
			name: 'engagement',
			value: 'engagement',
			description: 'VideoComplete, ContactForm',
		});
	});

	it.each<[string, object[], string[]]>([
		['no target events', [], []],
		[
			'odd ones',
			[
				{ event_name: 'Buy', event_type: 7 },
				{ event_name: 8, event_type: '' },
			],
			['Buy'],
		],
	])('lists what is known where the account has %s', async (_name, target_events, names) => {
		const body = { target_events, count: target_events.length };
		harness.sandbox.faults.add({ path: /target_event/, fault: answer(200, body) });
		expect((await listed('getEventTypes')).map(({ value }) => value)).toEqual(['Purchase']);
		expect((await listed('getEventNames')).map(({ value }) => value)).toEqual(names);
	});

	it('describes a target event by those of its kinds that have words', async () => {
		const target_events = [
			{ event_name: 'Buy', event_type: 7 },
			{ event_name: 'Buy', event_type: 'shop' },
		];
		harness.sandbox.faults.add({
			path: /target_event/,
			fault: answer(200, { target_events, count: target_events.length }),
		});
		expect(await listed('getEventNames')).toEqual([{ name: 'Buy', value: 'Buy', description: 'shop' }]);
	});

	it('tells a wrong token in the words of an execution', async () => {
		const credentials = { [TYPE]: { ...harness.credential, accessToken: 'wrong-token' } };
		await expect(
			harness.engine.loadOptions('targetAds', 'getCampaigns', { credentials }),
		).rejects.toMatchObject({ message: expect.stringContaining('invalid or expired token') });
	});
});

describe('Test of the credential', () => {
	it('accepts a good one', async () => {
		await expect(harness.engine.testCredential(TYPE, harness.credential)).resolves.toMatchObject({
			status: 'OK',
		});
	});

	it.each<[string, Record<string, unknown>, RegExp]>([
		['a wrong token', { accessToken: 'wrong-token' }, /invalid or expired token.*Check the Access Token/],
		['a foreign project', { projectId: 0 }, /project/],
		['an unreachable host', { baseUrl: 'http://127.0.0.1:1' }, /refused the connection.*check the Base URL/],
		['no token', { accessToken: '' }, /Access Token is empty/],
		['a project that is no number', { projectId: 'x' }, /Project ID has to be a whole number/],
		['http to another host', { baseUrl: 'http://example.com' }, /http:\/\//],
	])('tells %s', async (_name, wrong, message) => {
		const { foreignProjectId } = harness.sandbox.targetAds;
		const credential = { ...harness.credential, ...wrong };
		if (wrong.projectId === 0) credential.projectId = foreignProjectId;
		const result = await harness.engine.testCredential(TYPE, credential);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
		expect(result.message).not.toContain(harness.sandbox.targetAds.token);
	});

	it('takes an empty answer for a good one (T5)', async () => {
		harness.sandbox.faults.add({ path: /token_validate/, fault: answer(200, '') });
		const result = await harness.engine.testCredential(TYPE, harness.credential);
		harness.sandbox.reset();
		expect(result).toMatchObject({ status: 'OK' });
	});

	it('does not take an answer of an unknown form for a good one', async () => {
		harness.sandbox.faults.add({ path: /token_validate/, fault: { kind: 'unknown-envelope' } });
		const result = await harness.engine.testCredential(TYPE, harness.credential);
		harness.sandbox.reset();
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining('unknown form') });
	});
});
