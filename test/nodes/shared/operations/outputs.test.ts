import { runInNewContext } from 'node:vm';

import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { outputsExpression } from '../../../../nodes/shared/operations/outputs';
import { list, pagesOf, report, single } from '../fake-platform';

const none = () => pagesOf([]);

const resources = [
	{ name: 'Campaign', value: 'campaign', operations: [{ ...list(none), value: 'getAll' }] },
	{
		name: 'Report',
		value: 'report',
		operations: [
			{ ...report(none), value: 'getRaw' },
			{ ...single(none), value: 'planSlices' },
		],
	},
];

/** What n8n makes of the expression for some parameters. */
function outputsFor($parameter: INodeParameters): unknown[] {
	const expression = outputsExpression(resources);
	expect(expression).toMatch(/^=\{\{.*\}\}$/s);
	return runInNewContext(expression.slice(3, -2), { $parameter }) as unknown[];
}

const one = [{ type: 'main' }];
const two = [
	{ type: 'main', displayName: 'Rows' },
	{ type: 'main', displayName: 'Failed Slices' },
];
const goesOn = { onSliceFailure: 'continue' };

describe('the outputs', () => {
	it.each<[INodeParameters, unknown[]]>([
		[{ resource: 'report', operation: 'getRaw', options: goesOn }, two],
		[{ resource: 'report', operation: 'getRaw', options: { onSliceFailure: 'stop' } }, one],
		[{ resource: 'report', operation: 'getRaw', options: {} }, one],
		[{ resource: 'report', operation: 'getRaw' }, one],
		[{ resource: 'report', operation: 'planSlices', options: goesOn }, one],
		[{ resource: 'campaign', operation: 'getAll', options: goesOn }, one],
		[{ resource: '__CUSTOM_API_CALL__', options: goesOn }, one],
		[{ resource: 'report', operation: '__CUSTOM_API_CALL__', options: goesOn }, one],
		[{}, one],
	])('for %j', (parameters, expected) => {
		expect(outputsFor(parameters)).toEqual(expected);
	});
});
