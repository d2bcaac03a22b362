import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';

import type { Execution } from '../../../../nodes/shared/execution/execution';
import { questionOf } from '../../../../nodes/shared/execution/question';
import { list, pagesOf, report, type FakeApi } from '../fake-platform';

/** The questions of input items whose date holds these values. */
function questions(kind: 'list' | 'report', ...values: unknown[]): (string | undefined)[] {
	const execution = {
		node: {
			getInputData: () => values,
			getNodeParameter: (_name: string, index: number) => values[index],
		},
		operation: { list, report }[kind](() => pagesOf([])),
		properties: [{ name: 'when' }],
	} as unknown as Execution<FakeApi>;
	return values.map((_value, index) => questionOf(execution, index, 'account'));
}

const date = (time: string) => new Date(`2024-01-31T${time}Z`);
const luxon = (time: string) => DateTime.fromISO(`2024-01-31T${time}Z`);

describe('moments of two input items', () => {
	it.each([date, luxon])('are one question for a report within a minute (%#)', (moment) => {
		const [first, second] = questions('report', moment('10:00:01'), moment('10:00:59.999'));
		expect(first).toMatch(/^[0-9a-f]{64}$/);
		expect(second).toBe(first);
	});

	it.each([
		['of two minutes', 'report', date('10:00:59'), date('10:01:01')],
		['of which one is midnight', 'report', date('00:00:00'), date('00:00:01')],
		['for a list', 'list', luxon('10:00:01'), luxon('10:00:02')],
		['as texts', 'report', '2024-01-31T10:00:01Z', '2024-01-31T10:00:02Z'],
		['of which one is none', 'report', date('10:00:01'), new Date(NaN)],
	] as const)('%s are two', (_which, kind, ...moments) => {
		const [first, second] = questions(kind, ...moments);
		expect(second).not.toBe(first);
	});
});

it('one input item asks nothing that could be asked again', () => {
	expect(questions('list', 'a')).toEqual([undefined]);
});

it('a parameter that cannot be read makes the item a question of its own', () => {
	const circular: Record<string, unknown> = {};
	circular.self = circular;
	expect(questions('list', circular, 'a')[0]).toBeUndefined();
});
