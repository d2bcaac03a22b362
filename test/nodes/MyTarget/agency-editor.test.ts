import { describe, expect, it } from '@jest/globals';

import { clientCredential, CREDENTIAL, Harness } from './harness';

const harness = Harness.ofFile({ myTarget: { campaigns: 5, clientCampaigns: 4, agencyClients: 130 } });
const myTarget = () => harness.sandbox.myTarget;

const editor = (options?: object) => ({
	credentials: { [CREDENTIAL]: clientCredential(harness.sandbox) },
	parameters: { resource: 'campaign', operation: 'get', ...(options && { options }) },
});

async function all(method: string, options?: object): Promise<{ name: string; value: unknown }[]> {
	const found = [];
	let paginationToken: string | undefined;
	do {
		const page = await harness.engine.listSearch('myTarget', method, { ...editor(options), paginationToken });
		for (const { name, value } of page.results) found.push({ name, value });
		paginationToken = page.paginationToken;
	} while (paginationToken !== undefined);
	return found;
}

const active = () => myTarget().clients.filter(({ status }) => status === 'active');

describe('the list of clients', () => {
	it.each([
		['searchAgencyClients', ({ username }: { username: string }) => username],
		['searchClients', ({ id }: { id: number }) => String(id)],
	] as const)('%s has all that the agency still has, by their names', async (method, valueOf) => {
		const found = await all(method);
		const truth = active().map(({ user }) => {
			const value = valueOf(user);
			return { name: `${user.additional_info.client_name!} (${value})`, value };
		});
		expect(truth.length).toBeGreaterThan(100);
		expect(new Set(found.map((one) => JSON.stringify(one)))).toEqual(
			new Set(truth.map((one) => JSON.stringify(one))),
		);
	});

	it('finds one by a part of its name', async () => {
		const page = await harness.engine.listSearch('myTarget', 'searchAgencyClients', {
			...editor(),
			filter: '№ 7»',
		});
		expect(page.results.map(({ name }) => name)).toEqual([expect.stringContaining('№ 7»')]);
	});

	it('is that of the agency, whatever client is chosen at the moment', async () => {
		const chosen = { agencyClient: { __rl: true, mode: 'list', value: myTarget().agencyClientName } };
		expect(await all('searchAgencyClients', chosen)).toHaveLength(active().length);
	});
});

describe('the lists of everything else', () => {
	it('are those of the client that is chosen', async () => {
		const client = myTarget().agencyClientName;
		const chosen = { agencyClient: { __rl: true, mode: 'list', value: client } };
		const ids = (await all('searchCampaigns', chosen)).map(({ value }) => value);
		const truth = myTarget()
			.client(client)
			.campaigns.map(({ id }) => String(id));
		expect([...ids].sort()).toEqual(truth.sort());
	});

	it('say what to do where the client comes from an expression', async () => {
		const chosen = { agencyClient: { __rl: true, mode: 'id', value: '={{ $json.user.username }}' } };
		await expect(all('searchCampaigns', chosen)).rejects.toThrow('Agency Client in Options is an expression');
		expect(harness.sandbox.requests).toEqual([]);
	});
});
