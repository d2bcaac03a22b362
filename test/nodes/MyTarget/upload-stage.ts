import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import type { FakeNodeSettings } from '../shared/fake-node';
import { jsonOf, runOnFakeClock } from './harness';

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
