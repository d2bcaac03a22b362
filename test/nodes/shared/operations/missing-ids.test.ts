import { describe, expect, it } from '@jest/globals';

import type { ConnectorEvent } from '../../../../connector/events';
import { MissingIds, tellUnnamed } from '../../../../nodes/shared/operations/missing-ids';

function told(compare: (missing: MissingIds) => void): string[] {
	const events: ConnectorEvent[] = [];
	const missing = new MissingIds('campaign');
	compare(missing);
	missing.tell((event) => events.push(event));
	return events.flatMap((event) => (event.type === 'remark' ? [event.text] : []));
}

describe('ids without an answer', () => {
	it('are told once for all requests, in the order in which they were asked for', () => {
		const texts = told((missing) => {
			missing.compare(['1', '2', '3'], [2]);
			missing.compare(['3', '4'], ['4']);
		});
		expect(texts).toEqual(['No answer for 2 campaigns: 1, 3.']);
	});

	it('are none when another request answered for them', () => {
		const texts = told((missing) => {
			missing.compare(['1'], []);
			missing.compare(['1'], [1]);
		});
		expect(texts).toEqual([]);
	});

	it('are not known where a row has no id', () => {
		expect(
			told((missing) => {
				missing.compare(['1', '2'], [1, undefined]);
			}),
		).toEqual([]);
	});

	it('are counted, and the first 20 named', () => {
		const ids = Array.from({ length: 23 }, (_none, index) => String(index));
		const [text] = told((missing) => {
			missing.compare(ids, []);
		});
		expect(text).toBe(`No answer for 23 campaigns: ${ids.slice(0, 20).join(', ')} and 3 more.`);
		const [all] = told((missing) => {
			missing.compare(ids.slice(0, 20), []);
		});
		expect(all).toBe(`No answer for 20 campaigns: ${ids.slice(0, 20).join(', ')}.`);
	});
});

it('objects without an id are told where there are any', () => {
	const events: ConnectorEvent[] = [];
	for (const count of [0, 2]) tellUnnamed((event) => events.push(event), count, 'campaign', 'publisher');
	expect(events).toEqual([
		{
			type: 'remark',
			text: '2 campaigns of the publisher came without an ID and could not be asked for.',
		},
	]);
});
