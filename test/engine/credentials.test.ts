import { beforeEach, describe, expect, it } from '@jest/globals';

import { ofFile } from '../support/of-file';
import { probeWorkflow, startFixture, startSessionServer } from './fixture';

const engine = ofFile(startFixture);
const server = ofFile(startSessionServer);
beforeEach(() => {
	Object.assign(server.state, { issued: 0, valid: 's1', status: 200, account: 'open', calls: [] });
});

describe('credentials of a node', () => {
	const token = probeWorkflow({ operation: 'token' });

	it('are found by type, with the defaults of their properties and with expressions resolved', async () => {
		const run = await engine.run(token, {
			credentials: { probeApi: { accessToken: '={{ $json.token }}', other: 1 } },
			input: [{ json: { token: 'from the item' } }],
		});
		expect(run.json('Probe')).toEqual([{ accessToken: 'from the item', baseUrl: 'https://probe.example' }]);
	});

	it('are found by id first', async () => {
		const run = await engine.run(token, {
			credentials: { probeApi: { accessToken: 'by type' } },
			credentialsById: { p1: { accessToken: 'by id' } },
		});
		expect(run.json('Probe')[0]).toMatchObject({ accessToken: 'by id' });
	});

	it('that are not there fail the node', async () => {
		const run = await engine.run(token);
		expect(run.error?.message).toBe('Credential with ID "p1" does not exist for type "probeApi".');
	});

	it('must be named by the node', async () => {
		const unnamed = probeWorkflow({ operation: 'token' }, { credentials: undefined });
		const run = await engine.run(unnamed, { credentials: { probeApi: {} } });
		expect(run.error?.message).toBe('Node does not require credentials');
	});
});

describe('preAuthentication', () => {
	const account = probeWorkflow({ operation: 'account' });
	const run = async (data: Record<string, unknown>) =>
		await engine.run(account, { credentials: { sessionApi: { baseUrl: server.baseUrl, ...data } } });

	it('runs when the expirable property is empty; all it returns is stored and read again', async () => {
		const issued = await run({ user: 'me', session: '' });
		expect(issued.json('Probe')).toEqual([{ account: { state: { name: 'open' } }, session: 's1' }]);
		const { baseUrl } = server;
		const kept = { baseUrl, user: 'me', session: 's1', issuedFor: 'me' };
		expect(issued.credentialData.sessionApi).toEqual(kept);
		expect(server.state.calls).toEqual(['POST /session', 'GET /account Session s1']);
	});

	it('does not run when the stored session is accepted', async () => {
		server.state.valid = 'kept';
		const { credentialData } = await run({ session: 'kept' });
		expect(server.state.calls).toEqual(['GET /account Session kept']);
		expect(credentialData.sessionApi).toEqual({ baseUrl: server.baseUrl, session: 'kept' });
	});

	it('runs after a 401 and the request is repeated once', async () => {
		const { status } = await run({ session: 'old' });
		expect(status).toBe('success');
		expect(server.state.calls).toEqual([
			'GET /account Session old',
			'POST /session',
			'GET /account Session s1',
		]);
	});

	it('does not run after another failure', async () => {
		Object.assign(server.state, { valid: 'kept', status: 403 });
		const { error } = await run({ session: 'kept' });
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '403' });
		expect(server.state.issued).toBe(0);
	});

	it('leaves what the user wrote as an expression', async () => {
		const { credentialData } = await run({ user: '={{ "me" }}', session: '' });
		expect(credentialData.sessionApi).toMatchObject({ user: '={{ "me" }}', issuedFor: 'me' });
	});
});

describe('Test of a credential', () => {
	it('calls the function that the node names', async () => {
		const good = await engine.testCredential('probeApi', { accessToken: 'good' });
		expect(good).toMatchObject({ status: 'OK', message: 'Reached https://probe.example' });
		const bad = await engine.testCredential('probeApi', { accessToken: 'bad' });
		expect(bad).toMatchObject({ status: 'Error', message: 'Bad token' });
	});

	it('sends the declared request and issues a session every time', async () => {
		server.state.valid = 's1';
		const result = await engine.testCredential('sessionApi', { baseUrl: server.baseUrl, session: 'kept' });
		expect(result).toMatchObject({ status: 'OK', message: 'Connection successful!' });
		expect(result.credentialData.session).toBe('s1');
		expect(server.state.calls).toEqual(['POST /session', 'GET /account Session s1']);
	});

	it.each([
		['a rule for the status', { status: 403 }, 'The user is locked'],
		['a status without a rule', { status: 500 }, 'Internal Server Error'],
		['a rule for the body', { account: 'closed' }, 'Closed'],
	])('tells %s', async (_name, state, message) => {
		Object.assign(server.state, state);
		const result = await engine.testCredential('sessionApi', { baseUrl: server.baseUrl });
		expect(result).toMatchObject({ status: 'Error', message });
	});

	it('tells an unreachable host', async () => {
		const result = await engine.testCredential('sessionApi', { baseUrl: 'http://127.0.0.1:1' });
		expect(result.status).toBe('Error');
		expect(result.message).toContain('ECONNREFUSED');
	});
});

describe('a dropdown', () => {
	it('is filled by its method, which sees credentials and parameters', async () => {
		const credentials = { probeApi: { accessToken: 'mine' } };
		const options = await engine.loadOptions('probe', 'texts', { credentials });
		expect(options).toEqual([{ name: 'default text of mine', value: 'default text' }]);
	});

	it('is searched by its method', async () => {
		const found = await engine.listSearch('n8n-nodes-engine-fixture.probe', 'pages', {
			parameters: { text: 'mine' },
			filter: 'abc',
			paginationToken: '2',
		});
		expect(found).toEqual({
			results: [{ name: 'abc after 2', value: 'mine' }],
			paginationToken: 'next',
		});
	});

	it('names a method that is not there', async () => {
		await expect(engine.loadOptions('probe', 'nothing')).rejects.toThrow('has no method "nothing"');
	});
});
