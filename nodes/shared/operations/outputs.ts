import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from './operation';

/** Without expressions: the number of the node's outputs depends on it, so it cannot differ from item to item. */
export const failedSliceOption: INodeProperties = {
	displayName: 'On Slice Failure',
	name: 'onSliceFailure',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Continue (Using Failed Slices Output)',
			value: 'continue',
			description: 'Keep the rows of all other slices and pass the failed ones to a second output',
		},
		{
			name: 'Stop',
			value: 'stop',
			description: 'Stop the node at the first slice that cannot be loaded',
		},
	],
	default: 'stop',
	description:
		'A big report is loaded in slices of days and campaigns. What to do when one of them cannot be loaded in the end.',
};

/**
 * The node's outputs as n8n evaluates them in the editor and at run time: rows, and the failed slices for a report
 * that continues without them.
 */
export function outputsExpression<Api>(resources: readonly Resource<Api>[]): `={{${string}}}` {
	const reports: Record<string, string[]> = {};
	for (const { value, operations } of resources)
		reports[value] = operations.filter(({ gives }) => gives === 'report').map((operation) => operation.value);
	const isReport = `(${JSON.stringify(reports)}[$parameter["resource"]] || []).includes($parameter["operation"])`;
	const continues = '($parameter["options"] || {})["onSliceFailure"] === "continue"';
	const two = '[{ type: "main", displayName: "Rows" }, { type: "main", displayName: "Failed Slices" }]';
	return `={{ ${isReport} && ${continues} ? ${two} : [{ type: "main" }] }}`;
}
