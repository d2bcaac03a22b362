import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';

import { host } from './host';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

interface StandIn {
	readonly name: string;
	readonly displayName: string;
	readonly group?: 'trigger' | 'organization';
	/** Those that it reads: the engine drops all others. */
	readonly properties?: INodeProperties[];
	/** One by default. */
	readonly inputs?: INodeType['description']['inputs'];
	/** Hands on what it got by default. */
	readonly execute?: Execute;
}

function standIn({
	name,
	displayName,
	group = 'organization',
	properties = [],
	inputs,
	execute,
}: StandIn): INodeType {
	return {
		description: {
			name,
			displayName,
			group: [group],
			version: [1, 1.1, 1.2, 1.3],
			description: '',
			defaults: {},
			inputs: inputs ?? (group === 'trigger' ? [] : [host.workflow.NodeConnectionTypes.Main]),
			outputs: [host.workflow.NodeConnectionTypes.Main],
			properties,
		},
		execute:
			execute ??
			async function (this: IExecuteFunctions) {
				return [this.getInputData()];
			},
	};
}

const parameter = (name: string, type: INodeProperties['type'], value: INodeProperties['default']) => ({
	...{ displayName: name, name, type },
	default: value,
});

/** Values of Edit Fields, in place of the item's own or beside them. */
async function setFields(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData().map(({ json }, index): INodeExecutionData => {
		const given = this.getNodeParameter('assignments.assignments', index, []) as IDataObject[];
		const values = Object.fromEntries(given.map(({ name, value }) => [String(name), value]));
		const others = this.getNodeParameter('includeOtherFields', index, false) === true ? json : {};
		return { json: { ...others, ...values }, pairedItem: { item: index } };
	});
	return [items];
}

/** Append: the items of all inputs, one input after the other. */
async function append(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const inputs = Number(this.getNodeParameter('numberInputs', 0, 2));
	const items = Array.from({ length: inputs }, (_none, input) => {
		try {
			return this.getInputData(input);
		} catch {
			// Nothing leads there, or nothing came.
			return [];
		}
	});
	return [items.flat()];
}

/** What the Code node knows of the workflow, by the names that code has for it. */
const NAMES = ['$input', '$', '$json', '$now', '$today', 'DateTime', '$execution'] as const;

/** JavaScript of a Code node, once for all items. */
async function runCode(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const code = String(this.getNodeParameter('jsCode', 0, ''));
	const data = this.getWorkflowDataProxy(0) as unknown as Record<string, unknown>;
	const { constructor: AsyncFunction } = Object.getPrototypeOf(async () => {}) as {
		constructor: new (...parts: string[]) => (...values: unknown[]) => Promise<IDataObject[]>;
	};
	const result = await new AsyncFunction(...NAMES, code)(...NAMES.map((name) => data[name]));
	return [this.helpers.normalizeItems(result as unknown as INodeExecutionData[])];
}

const MERGE_INPUTS =
	'={{ Array.from({ length: $parameter.numberInputs || 2 }, (_, index) => ({ type: "main", displayName: `Input ${index + 1}` })) }}';

/** Stand-ins for what the examples use of n8n-nodes-base, which is not installed: it would bring some thousand packages. */
export const baseNodes: Readonly<Record<string, INodeType>> = Object.fromEntries(
	[
		standIn({ name: 'manualTrigger', displayName: 'Manual Trigger', group: 'trigger' }),
		standIn({ name: 'scheduleTrigger', displayName: 'Schedule Trigger', group: 'trigger' }),
		standIn({
			name: 'set',
			displayName: 'Edit Fields',
			properties: [
				parameter('assignments', 'assignmentCollection', {}),
				parameter('includeOtherFields', 'boolean', false),
			],
			execute: setFields,
		}),
		standIn({
			name: 'merge',
			displayName: 'Merge',
			properties: [parameter('numberInputs', 'number', 2)],
			inputs: MERGE_INPUTS,
			execute: append,
		}),
		standIn({
			name: 'code',
			displayName: 'Code',
			properties: [{ ...parameter('jsCode', 'string', ''), noDataExpression: true }],
			execute: runCode,
		}),
		...Object.entries({
			noOp: 'No Operation',
			if: 'If',
			googleSheets: 'Google Sheets',
			httpRequest: 'HTTP Request',
			postgres: 'Postgres',
			removeDuplicates: 'Remove Duplicates',
			s3: 'S3',
			telegram: 'Telegram',
			emailSend: 'Send Email',
			dataTable: 'Data Table',
		}).map(([name, displayName]) => standIn({ name, displayName })),
	].map((node) => [`n8n-nodes-base.${node.description.name}`, node]),
);
