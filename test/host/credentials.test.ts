import { describe, expect, it } from '@jest/globals';

import { platforms } from '../platforms';
import { storedCredentials } from '../platforms/credentials';
import { ofFile } from '../support/of-file';
import { newest } from './install/releases';
import { startHost } from './support/host';
import type { TypedCredential } from './support/host-part';

interface Tested {
	status: 'OK' | 'Error';
	message: string;
}

const parts = platforms.flatMap(({ key, title, host: part }) =>
	part === undefined ? [] : [{ key, title, part }],
);

const host = ofFile(async () =>
	// Accounts that take one kind of credential only.
	startHost({ sandbox: Object.fromEntries(parts.map(({ key, part }) => [key, part.strictAccount ?? {}])) }),
);

const accepted = parts.flatMap(({ part }) => part.accepted.map((given) => [given.name, given] as const));
const refused = parts.flatMap(({ title, part }) =>
	part.refused.map((given) => [`${title}: ${given.name}`, given] as const),
);

/** "Test" of the dialog of a saved credential, with what the user has typed over it. */
async function test({ id, typed }: TypedCredential, more: object = {}): Promise<Tested> {
	const { data, ...credential } = storedCredentials(host.sandbox).find((stored) => stored.id === id)!;
	const credentials = { ...credential, data: { ...data, ...typed?.(host.sandbox), ...more } };
	return (await host.rest.post('/credentials/test', { credentials })) as Tested;
}

describe('Test in the dialog of a credential', () => {
	it.each(accepted)('accepts a good one: %s', async (_name, given) => {
		expect(await test(given)).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(host.sandbox.requests.length).toBeGreaterThan(0);
	});

	it.each(refused)('tells %s', async (_name, given) => {
		const { status, message } = await test(given);
		// The older lines have words of their own for a refused test request, whatever the credential's rules say.
		const hasOwnWords = given.isTestedByN8n === true && host.version !== newest;
		const expected = hasOwnWords ? /^Authorization failed/ : given.words;
		expect({ status, message }).toEqual({ status: 'Error', message: expect.stringMatching(expected) });
		expect(message).not.toContain('wrong-token');
	});

	it.each(accepted)('tells a host that cannot be reached: %s', async (_name, given) => {
		const { status, message } = await test(given, { baseUrl: 'http://127.0.0.1:1' });
		const words =
			given.isTestedByN8n === true
				? /^ECONNREFUSED$|refused the connection/
				: /127\.0\.0\.1:1 .*check the Base URL/;
		expect({ status, message }).toEqual({ status: 'Error', message: expect.stringMatching(words) });
		expect(host.sandbox.requests).toEqual([]);
	});
});
