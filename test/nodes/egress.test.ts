import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { nativeRequire } from '../setup/native-require';
import { accounts, platforms } from '../platforms';
import { PlatformHarness } from './support/platform-harness';
import { ofFile, shortWaitsInThisFile } from '../support/of-file';

shortWaitsInThisFile();

interface SsrfConfig {
	enabled: boolean;
}

/** n8n's own switch, N8N_SSRF_PROTECTION_ENABLED, as its engine in this process has read it. */
function ssrfConfig(): SsrfConfig {
	const { Container } = nativeRequire('@n8n/di') as { Container: { get: (of: unknown) => SsrfConfig } };
	const { SsrfProtectionConfig } = nativeRequire('@n8n/config') as { SsrfProtectionConfig: unknown };
	return Container.get(SsrfProtectionConfig);
}

describe.each(platforms)('$title', (platform) => {
	const harness = ofFile(async () => PlatformHarness.start(platform, accounts('quick')));
	const run = async (changes: object = {}) =>
		harness.run(platform.steady(harness.sandbox), {
			credentials: { [platform.credentialType]: { ...harness.credential, ...changes } },
		});

	describe("with n8n's SSRF protection", () => {
		beforeEach(() => {
			ssrfConfig().enabled = true;
		});
		afterEach(() => {
			ssrfConfig().enabled = false;
		});

		it('sends nothing to an address that n8n does not allow, and says who can', async () => {
			const { error } = await run();
			expect(error?.message).toMatch(/^n8n does not let requests go to 127\.0\.0\.1:\d+/);
			expect(error?.description).toContain('N8N_SSRF_ALLOWED_IP_RANGES');
			expect(harness.sandbox.requests).toEqual([]);
		});
	});

	it('keeps to the domains that the credential allows', async () => {
		const elsewhere = { allowedHttpRequestDomains: 'domains', allowedDomains: 'example.com' };
		const { error } = await run(elsewhere);
		expect(error?.message).toContain('Allowed Domains of the credential does not hold 127.0.0.1');
		expect(harness.sandbox.requests).toEqual([]);
		for (const within of [
			{ ...elsewhere, allowedDomains: '127.0.0.1' },
			{ allowedHttpRequestDomains: 'none' },
		])
			expect((await run(within)).error).toBeUndefined();
	});
});
