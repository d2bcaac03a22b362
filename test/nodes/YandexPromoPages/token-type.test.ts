import { describe, expect, it } from '@jest/globals';

import type { SandboxOptions } from '../../sandbox';
import { failing, Harness, publisherOf, TYPE } from './harness';

let harness: Harness;
const open = async (promoPages: SandboxOptions['promoPages']) => {
	harness = await Harness.open({ promoPages });
};
const list = (limit = 1) => ({
	...{ resource: 'campaign', operation: 'getAll', publisherId: publisherOf(harness.sandbox) },
	...{ returnAll: false, limit },
});
const credentialWith = (changes: object) => ({ [TYPE]: { ...harness.credential, ...changes } });
/** The word before the token, request by request. */
const words = () => harness.sandbox.requests.map(({ headers }) => headers.authorization?.split(' ')[0]);

describe('the word before the token', () => {
	it.each([
		['Bearer alone', 'Bearer', ['OAuth', 'Bearer']],
		['OAuth alone', 'OAuth', ['OAuth']],
		['both', 'both', ['OAuth']],
	] as const)(
		'auto finds that of a token that takes %s, and keeps to it',
		async (_name, tokenType, tried) => {
			await open({ tokenType, token: `y0_takes-${tokenType}` });
			for (const expected of [tried, tried.slice(-1)]) {
				harness.sandbox.reset();
				const run = await harness.run(list(), { credentials: credentialWith({ tokenType: 'auto' }) });
				expect(run.error).toBeUndefined();
				expect(words()).toEqual(expected);
			}
		},
	);

	it('auto tries the other one for an order as well, which a refused token cannot have made', async () => {
		await open({ tokenType: 'Bearer', token: 'y0_order', campaigns: [3] });
		const order = {
			...{ resource: 'report', operation: 'create', publisherScope: 'byId', campaignScope: 'byId' },
			...{ publisherIdList: publisherOf(harness.sandbox), campaignIdList: 'a1' },
		};
		const credentials = credentialWith({ tokenType: 'auto' });
		expect((await harness.run(order, { credentials })).error).toBeUndefined();
		expect(harness.sandbox.requests.map(({ status }) => status)).toEqual([401, 200]);
	});

	it('auto tells of both where neither is taken', async () => {
		await open({ token: 'y0_right' });
		const credentials = credentialWith({ tokenType: 'auto', accessToken: 'y0_wrong' });
		const run = await harness.run(list(), { credentials });
		expect(run.error).toMatchObject(
			failing('credential-invalid', 'OAuth and Bearer, were tried.', 'Check the Access Token'),
		);
		expect(harness.sandbox.requests).toHaveLength(2);
	});

	it.each([
		['OAuth', 'Bearer'],
		['Bearer', 'OAuth'],
	])('%s is sent alone; a refusal of it suggests Auto', async (tokenType, taken) => {
		await open({ tokenType: taken as 'OAuth', token: `y0_not-${tokenType}` });
		const run = await harness.run(list(), { credentials: credentialWith({ tokenType }) });
		expect(run.error).toMatchObject(
			failing('credential-invalid', `The token was sent as ${tokenType}.`, 'set Token Type there to Auto'),
		);
		expect(words()).toEqual([tokenType]);
	});

	it('is found by the credential test, too', async () => {
		await open({ tokenType: 'Bearer', token: 'y0_test' });
		const credential = { ...harness.credential, tokenType: 'auto' };
		expect(await harness.engine.testCredential(TYPE, credential)).toMatchObject({ status: 'OK' });
		expect(words()).toEqual(['OAuth', 'Bearer']);
	});
});
