import { describe, expect, it } from '@jest/globals';

import { failing, clientCredential, NODE } from './harness';
import { tokenStage } from './token-stage';

const { harness, tokens, ids, runWith, usedCredential } = tokenStage();

describe('a sequence of runs', () => {
	it('a kept token expires between two of them: one refresh, and the third run needs none', async () => {
		let credential = await usedCredential();
		harness().sandbox.myTarget.expireToken(credential.issuedToken as string);
		for (let count = 0; count < 2; count++) {
			const { run, stored } = await runWith(credential);
			expect(run.json(NODE).map(({ id }) => id)).toEqual(ids());
			credential = stored;
		}
		expect([tokens().issued, tokens().refreshed]).toEqual([1, 1]);
	});

	it('a failed renewal changes nothing that is kept, and the next run renews', async () => {
		const credential = await usedCredential();
		harness().sandbox.myTarget.expireToken(credential.issuedToken as string);
		harness().sandbox.faults.add({ path: /oauth2\/token/, times: 1, fault: { kind: 'status', status: 503 } });
		const failed = await runWith(credential);
		expect(failed.run.error).toMatchObject(failing('temporarily-unavailable', '503'));
		expect(failed.stored).toMatchObject({
			issuedToken: credential.issuedToken,
			refreshToken: credential.refreshToken,
		});
		const { run } = await runWith(failed.stored);
		expect(run.json(NODE).map(({ id }) => id)).toEqual(ids());
		expect([tokens().issued, tokens().refreshed]).toEqual([1, 1]);
	});

	it('an outage while the first token is issued takes none, is not repeated, and the next run gets one', async () => {
		harness().sandbox.faults.add({ path: /oauth2\/token/, times: 1, fault: { kind: 'status', status: 503 } });
		const failed = await runWith(clientCredential(harness().sandbox));
		expect(failed.run.error).toMatchObject(failing('temporarily-unavailable', '503'));
		const asked = harness().sandbox.requests.filter(({ path }) => path.includes('oauth2/token'));
		expect([asked.length, tokens().issued]).toEqual([1, 0]);
		await runWith(failed.stored);
		expect(tokens().issued).toBe(1);
	});

	it('is refused for its parameters before a token is taken', async () => {
		const { run } = await runWith(clientCredential(harness().sandbox), {
			resource: 'report',
			operation: 'getDaily',
			dateRange: 'custom',
			dateFrom: '2026-03-02',
			dateTo: '2026-03-01',
		});
		expect(run.error!.message).toContain('Date From');
		expect([tokens().issued, harness().sandbox.requests]).toEqual([0, []]);
	});
});
