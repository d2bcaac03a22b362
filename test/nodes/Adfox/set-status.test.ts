import { describe, expect, it } from '@jest/globals';

import { answer, formOf, Harness, NODE, TYPE } from './harness';

const harness = Harness.ofFile({ adfox: { campaigns: 12, banners: 30, superCampaigns: 5 } });

const adfox = () => harness.sandbox.adfox;
const sent = () => harness.sandbox.requests.map((request) => formOf(request));
const idsOf = (count: number) =>
	adfox()
		.campaigns.slice(0, count)
		.map(({ ID }) => String(ID));
const pause = (ids: unknown, more: object = {}) => ({
	...{ resource: 'campaign', operation: 'setStatus', campaignScope: 'byId', campaignIdList: ids },
	...{ status: 'paused', ...more },
});
const refusal = (error: string, code: string) =>
	answer(200, `<response><status><code>${code}</code><error>${error}</error></status></response>`);

describe('Set Status', () => {
	it.each([
		['campaign', () => adfox().campaigns, ['campaign', 'modify']],
		['superCampaign', () => adfox().superCampaigns, ['superCampaign', 'modify']],
		['banner', () => adfox().banners, ['banner', 'modify', 'banner']],
	] as const)(
		'changes the status of each %s, one after another, and nothing else',
		async (resource, objects, path) => {
			const ids = objects()
				.slice(0, 3)
				.map(({ ID }) => String(ID));
			for (const [status, code] of Object.entries({ paused: '1', completed: '2', active: '0' })) {
				harness.sandbox.reset();
				const rows = await harness.rows({
					...{ resource, operation: 'setStatus', status },
					...{ [`${resource}Scope`]: 'selected', [`${resource}Ids`]: ids },
				});
				expect(rows).toEqual(ids.map((id) => ({ id: Number(id), success: true })));
				expect(sent()).toEqual(
					ids.map((id) => [
						...path.map((name, index) => [['object', 'action', 'actionObject'][index], name]),
						['objectID', id],
						['status', code],
						['encoding', 'UTF-8'],
					]),
				);
			}
		},
	);

	it.each<[string, (ids: readonly string[]) => unknown]>([
		['a text with commas', (ids) => ids.join(', ')],
		['an array of numbers', (ids) => `={{ ${JSON.stringify(ids.map(Number))} }}`],
		['JSON of an array', (ids) => JSON.stringify(ids)],
		['the same one twice', (ids) => [...ids, `0${ids[0]!}`].join(' ')],
	])('takes IDs as %s', async (_name, given) => {
		const ids = idsOf(2);
		await harness.rows(pause(given(ids)));
		expect(sent().map((form) => form.find(([name]) => name === 'objectID')?.[1])).toEqual(ids);
	});

	it('stops at the first that fails, and names it and those that were changed before', async () => {
		const [one, two, three, four] = idsOf(4);
		harness.sandbox.faults.add({ path: '/v1', skip: 2, times: 1, fault: refusal('Access denied', '-2') });
		const run = await harness.run(pause([one, two, three, four].join(',')));
		expect(run.error?.message).toBe(
			`ADFOX answered: Access denied (-2). It was campaign ${three}; 2 of 4 were changed before it: ${one}, ${two}.`,
		);
		expect(harness.sandbox.requests).toHaveLength(3);
	});

	it('names them on the error path as well, where no half of the rows is left', async () => {
		const ids = idsOf(2);
		harness.sandbox.faults.add({ path: '/v1', skip: 1, fault: refusal('Access denied', '-2') });
		const run = await harness.run(pause(ids.join(',')), {}, { onError: 'continueRegularOutput' });
		expect(run.json(NODE)).toEqual([
			expect.objectContaining({
				message: expect.stringContaining(`1 of 2 were changed before it: ${ids[0]}.`),
			}),
		]);
	});

	it('says nothing of others where there is one', async () => {
		harness.sandbox.faults.add({ path: '/v1', fault: refusal('Access denied', '-2') });
		const run = await harness.run(pause(idsOf(1)[0]));
		expect(run.error?.message).toBe('ADFOX answered: Access denied (-2).');
	});

	it('tells how many there were rather than all of a long list', async () => {
		const ids = Array.from({ length: 30 }, () => idsOf(1)[0]!).map((id, index) => String(Number(id) + index));
		harness.sandbox.faults.add({
			...{ path: '/v1', times: 25 },
			fault: answer(200, '<response><status><code>0</code></status></response>'),
		});
		harness.sandbox.faults.add({ path: '/v1', fault: refusal('Access denied', '-2') });
		const { error } = await harness.run(pause(ids.join(',')));
		expect(error?.message).toContain(
			`25 of 30 were changed before it: all in their order, up to ${ids[24]}.`,
		);
	});

	it.each<[string, object, string]>([
		[
			'From List with nothing chosen',
			{ campaignScope: 'selected' },
			'Campaigns is From List, but Campaign Names or IDs is empty',
		],
		['By ID without one', { campaignIdList: '' }, 'Campaigns is By ID, but Campaign IDs is empty'],
		['what is no ID', { campaignIdList: '7, spring' }, 'Campaign IDs contains "spring", which is no ID'],
		['the ID 0', { campaignIdList: '0' }, 'Campaign IDs contains "0", which is no ID'],
		[
			'a status that a campaign does not have',
			{ status: '={{ "deleted" }}' },
			'Status is "deleted", which is not one of its values',
		],
	])('refuses %s before any request', async (_name, changes, message) => {
		const run = await harness.run(pause('7', changes));
		expect(run.error?.message).toContain(message);
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('is a change: Retry On Fail is refused', async () => {
		const run = await harness.run(pause('7'), {}, { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 });
		expect(run.error?.message).toContain('Retry On Fail is on');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it.each([
		['getCampaigns', () => adfox().campaigns],
		['getSuperCampaigns', () => adfox().superCampaigns],
		['getBanners', () => adfox().banners],
	])('offers what the account has: %s', async (method, objects) => {
		const options = await harness.engine.loadOptions('adfox', method, {
			credentials: { [TYPE]: harness.credential },
		});
		const { ID, name } = objects()[0]!;
		expect(options).toContainEqual({ name: `${String(name)} (${String(ID)})`, value: ID });
		expect(options).toHaveLength(objects().length);
	});
});
