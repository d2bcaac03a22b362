import { describe, expect, it } from '@jest/globals';

import { RequestInvalidError } from '../../../../connector/errors';
import type { Row } from '../../../../connector/rows';
import type { FakeNodeSettings } from '../fake-node';
import { prepare, run, single, type Rows } from '../fake-platform';

const input = ['a', 'b', 'c'].map((name) => ({ json: { name } }));
const together = (rows: Rows) => ({ ...single(rows), takesAll: () => true });

/** A row for all, and one that belongs to the last input item and has a file. */
async function* counted({ inputs, beside }: Parameters<Rows>[0]) {
	const last: Row = { name: inputs.at(-1)!.json.name };
	const binary = { data: { data: '', mimeType: 'text/csv' } };
	beside(last, { pairedItem: { item: inputs.length - 1 }, binary });
	yield await Promise.resolve([{ count: inputs.length }, last]);
}

describe('an operation that takes all input items', () => {
	it('runs once, for the first, and says of a row to which item it belongs', async () => {
		const { outputs } = await run(together(counted), { input });
		expect(outputs).toEqual([
			[
				{ json: { count: 3 }, pairedItem: { item: 0 } },
				{
					json: { name: 'c' },
					pairedItem: { item: 2 },
					binary: { data: { data: '', mimeType: 'text/csv' } },
				},
			],
		]);
	});

	it.each([
		['by the parameters of the first', () => false, 3],
		['where there is no item', () => true, 0],
	])('does not %s', async (_case, takesAll, runs) => {
		const items = input.slice(0, runs);
		const settings: FakeNodeSettings = { input: items, parameters: [{}, {}, {}] };
		const { outputs } = await run({ ...single(counted), takesAll }, settings);
		expect(outputs[0]).toHaveLength(runs * 2);
	});

	it('fails once, with one error for all of them', async () => {
		const failing = together(async function* () {
			await Promise.resolve();
			throw new RequestInvalidError('No.');
		});
		const { outputs } = prepare(failing, { input, continueOnFail: true });
		expect((await outputs())[0]!.map(({ json, pairedItem }) => [json.message, pairedItem])).toEqual([
			['No.', { item: 0 }],
		]);
	});
});
