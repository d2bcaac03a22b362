import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import { ofFile } from '../../support/of-file';
import type { FakeNodeSettings } from '../shared/fake-node';
import { jsonOf, NOW, runOnFakeClock } from './harness';

export const emails = (count: number) =>
	Array.from({ length: count }, (_none, index) => `person${index}@mail.example`);

export const itemsOf = (values: readonly object[]) => values.map((json) => ({ json }) as INodeExecutionData);

/** An input item with a file, as n8n has it where it keeps files in memory. */
export function fileItem(
	content: string | Buffer,
	fileName = 'list.csv',
	mimeType = 'text/csv',
): INodeExecutionData {
	return {
		json: {},
		binary: { data: { data: Buffer.from(content).toString('base64'), mimeType, fileName } },
	};
}

/** Runs an upload of what the input items hold; `told` has everything that a person could read of the run. */
export async function uploadOf(
	sandbox: Sandbox,
	parameters: INodeParameters,
	input: readonly INodeExecutionData[],
	{ clock = new FakeClock(), ...more }: FakeNodeSettings & { readonly clock?: FakeClock } = {},
) {
	const run = await runOnFakeClock(sandbox, parameters, clock, { input, ...more });
	const [list = {}, ...refused] = jsonOf(run.items);
	return { ...run, list, refused, told: run.hints.join('\n') };
}

/** An account that takes lists of e-mail addresses, and uploads to it. */
export function userListStage() {
	const sandbox = ofFile(async () =>
		startSandbox({
			now: () => Date.parse(NOW),
			myTarget: { campaigns: 5, banners: 5, looksUntilReady: 3, throttles: false },
		}),
	);
	const list = { resource: 'userList', operation: 'upload', name: 'Customers', listType: 'emails' };
	const FROM_ITEMS = { ...list, source: 'items', column: 'email' };
	const FROM_FILE = { ...list, source: 'file' };
	return {
		sandbox,
		FROM_FILE,
		fromItems: async (values: readonly object[], parameters: object = {}, more = {}) =>
			uploadOf(sandbox, { ...FROM_ITEMS, ...parameters }, itemsOf(values), more),
		fromFile: async (input: INodeExecutionData, parameters: object = {}) =>
			uploadOf(sandbox, { ...FROM_FILE, ...parameters }, [input]),
	};
}

export const LISTS = '/api/v3/remarketing/users_lists';

export const people = (count: number) => emails(count).map((email, id) => ({ id, email }));
