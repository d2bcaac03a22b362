import { describe, expect, it } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';

import { shortWaitsInThisFile } from '../../support/of-file';
import { Harness, NODE } from './harness';
import { fileItem } from './upload-stage';

shortWaitsInThisFile();

const harness = Harness.ofFile({ myTarget: { campaigns: 5, banners: 5, throttles: false } });

const PEOPLE = 300_000;
const LIST = { resource: 'userList', operation: 'upload', name: 'Customers', listType: 'emails' };

/** 17 of them are no addresses. */
const isBad = (index: number) => index % 17_647 === 3 && index < 299_999;
const emailOf = (index: number) => (isBad(index) ? `nobody ${index}` : `person${index}@mail.example`);
const people = Array.from({ length: PEOPLE }, (_none, index) => emailOf(index));
const bad = people.flatMap((email, index) => (isBad(index) ? [[index, email] as const] : []));

async function uploaded(parameters: object, input: INodeExecutionData[]) {
	const run = await harness.run({ ...LIST, ...parameters }, { input });
	expect(run.error).toBeUndefined();
	const [list, ...refused] = run.items(NODE, 0);
	expect(list!.json).toMatchObject({ ready: true, sent_lines: PEOPLE, refused_lines: 17 });
	expect(refused.map(({ json }) => [json.line_number, json.line, json.error_code])).toEqual(
		bad.map(([index, email]) => [index + 1, email, 'invalid_email']),
	);
	const lines = harness.sandbox.myTarget.uploadedLists.flatMap((one) => one.lines);
	expect(lines).toHaveLength(PEOPLE - 17);
	expect(new Set(lines).size).toBe(PEOPLE - 17);
	return refused;
}

describe('300,000 lines of which 17 are bad', () => {
	it('from input items: each bad line with its item', async () => {
		expect(bad).toHaveLength(17);
		const refused = await uploaded(
			{ source: 'items', column: 'contact.email' },
			people.map((email, id) => ({ json: { id, contact: { email } } })),
		);
		expect(refused.map(({ pairedItem }) => pairedItem)).toEqual(bad.map(([index]) => ({ item: index })));
	}, 120_000);

	it('from a file', async () => {
		await uploaded({ source: 'file' }, [fileItem(people.join('\n'))]);
	}, 120_000);
});

it("an upload does not run with n8n's Retry On Fail", async () => {
	for (const [resource, more] of [
		['userList', { name: 'L', source: 'file' }],
		['offlineConversion', { name: 'L', source: 'file' }],
		['content', {}],
	] as const) {
		const parameters = { resource, operation: 'upload', ...more };
		const { error } = await harness.run(parameters, { input: [fileItem('a')] }, { retryOnFail: true });
		expect(error?.message).toMatch(/Retry On Fail/);
	}
	expect(harness.sandbox.requests).toEqual([]);
});
