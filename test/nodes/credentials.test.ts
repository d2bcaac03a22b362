import { describe, expect, it } from '@jest/globals';

import { startEngine } from '../engine';
import { accounts, platforms } from '../platforms';
import { startSandbox } from '../sandbox';
import { ofFile } from '../support/of-file';

describe.each(platforms)('$title: Test in the credential dialog', ({ credentialType, credential }) => {
	const sandbox = ofFile(async () => startSandbox(accounts('quick')));
	const engine = ofFile(async () => startEngine());
	const test = async (changes: (value: string, name: string) => string) => {
		const own = credential(sandbox);
		const changed = Object.entries(own).map(([name, value]) => [
			name,
			typeof value === 'string' && value !== '' ? changes(value, name) : value,
		]);
		return engine.testCredential(credentialType, Object.fromEntries(changed));
	};

	it('takes fields with blanks around them', async () => {
		const typed = ['accessToken', 'baseUrl', 'clientId', 'clientSecret', 'projectId'];
		const result = await test((value, name) => (typed.includes(name) ? ` ${value}\t` : value));
		expect(result).toMatchObject({ status: 'OK' });
	});

	it.each(['/api/v1', '/v1', '/api/v2'])('tells a Base URL with %s too much', async (path) => {
		const result = await test((value, name) => (name === 'baseUrl' ? value + path : value));
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining('Base URL') });
		expect(result.message).not.toMatch(/Check the ID|30 days|expired|rights/);
	});
});
