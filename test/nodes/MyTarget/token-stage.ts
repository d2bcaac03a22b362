import { beforeEach } from '@jest/globals';

import type { CredentialData } from '../../engine';
import { clientCredential, CREDENTIAL, Harness } from './harness';

export const CAMPAIGNS = {
	resource: 'campaign',
	operation: 'getAll',
	returnAll: true,
	campaignFields: ['id'],
};

/** Runs with client credentials. Tokens are used up for good, so each test of the file has its own platform. */
export function tokenStage() {
	let harness: Harness;
	beforeEach(async () => {
		harness = await Harness.open({ myTarget: { campaigns: 120 } });
	});

	async function runWith(credential: CredentialData, parameters: object = CAMPAIGNS) {
		const run = await harness.run(
			{ ...parameters },
			{ credentials: { [CREDENTIAL]: credential }, mode: 'trigger' },
		);
		return { run, stored: run.credentialData[CREDENTIAL] as CredentialData };
	}

	return {
		harness: () => harness,
		tokens: () => harness.sandbox.myTarget.tokens,
		ids: () => harness.sandbox.myTarget.campaigns.map(({ id }) => id),
		runWith,
		/** A credential that has a token, as after its first run. */
		usedCredential: async () => (await runWith(clientCredential(harness.sandbox))).stored,
	};
}
