import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agency } from './agency-stage';

const CLIENTS = 4;

/** What may happen to tokens, and which clients an execution asks for. */
const step = fc.oneof(
	fc.record({
		kind: fc.constant('run' as const),
		of: fc.array(fc.nat(CLIENTS - 1), { minLength: 1, maxLength: 3 }),
	}),
	fc.record({
		kind: fc.constantFrom('expire' as const, 'forget' as const),
		of: fc.array(fc.nat(CLIENTS - 1), { maxLength: 2 }),
	}),
	fc.record({ kind: fc.constant('secret' as const), of: fc.constant<number[]>([]) }),
);

describe('two clients', () => {
	it('never mix: each request about a client has a token of that client, whatever happens to tokens', async () => {
		const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
			const { myTarget, run, idsOf, idsOfClients, change } = await agency({
				rotateRefreshTokens: true,
			});
			const names = myTarget.agencyClientNames.slice(0, CLIENTS);
			let secrets = 0;
			for (const { kind, of } of steps) {
				const clients = [...new Set(of.map((place) => names[place]!))];
				const theirs = myTarget.tokens.filter(({ owner }) => clients.includes(owner));
				if (kind === 'expire') for (const { accessToken } of theirs) myTarget.expireToken(accessToken);
				if (kind === 'forget') for (const { accessToken } of theirs) myTarget.forgetToken(accessToken);
				if (kind === 'secret' && secrets < 3) {
					const clientSecret = `secret-${++secrets}-of-the-agency`;
					myTarget.changeSecret(clientSecret);
					change({ clientSecret });
				}
				if (kind !== 'run') continue;
				const done = await run(clients);
				expect(done.error).toBeUndefined();
				expect(idsOf(done)).toEqual(idsOfClients(clients));
			}
			for (const client of names)
				expect(myTarget.tokens.filter(({ owner }) => owner === client).length).toBeLessThanOrEqual(
					1 + secrets,
				);
		});
		await fc.assert(property, { numRuns: 25 });
	}, 120_000);
});
