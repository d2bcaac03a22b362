import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';

import type { Answer } from '../../connector/client';
import type { ConnectorError } from '../../connector/errors';
import { adviceOn } from '../../nodes/shared/errors/advice';
import { runNode } from '../../nodes/shared/execution/run-node';
import { describeResources, operationParameters } from '../../nodes/shared/operations/describe';
import type { Operation } from '../../nodes/shared/operations/operation';
import type { Platform } from '../../nodes/shared/platform/platform';
import type { Ports } from '../../nodes/shared/platform/ports';
import { describeEvents } from '../../nodes/shared/trigger/describe';
import type { TriggerEvent } from '../../nodes/shared/trigger/event';
import { pollNode } from '../../nodes/shared/trigger/poll';

/** An operation of a node and everything that can be set for it. */
export interface OperationUnderTest {
	readonly resource: string;
	readonly operation: string;
	readonly fields: readonly INodeProperties[];
	/** Rows by the million, so that it is asked for a short period as a rule. */
	readonly manyRows: boolean;
	/** Whether it changes something at the platform with these parameters; of an expression, that it may. */
	readonly writes: (parameters: INodeParameters) => boolean;
}

/** A platform's node from its sources, whatever its API is. */
export interface LoadedNode {
	readonly operations: readonly OperationUnderTest[];
	/** Those of one operation. */
	readonly properties: (parameters: INodeParameters) => INodeProperties[];
	readonly run: (node: IExecuteFunctions, ports: Ports) => Promise<INodeExecutionData[][]>;
	/** What it makes of an answer, and what a user is told to do. */
	readonly failureOf: (answer: Answer) => ConnectorError | undefined;
	readonly adviceOn: (error: ConnectorError) => string;
}

export function loadedNode<Api>(platform: Platform<Api>): LoadedNode {
	const { resources, defaults } = platform;
	const properties = describeResources(resources, defaults);
	return {
		operations: resources.flatMap(({ value: resource, operations }) =>
			operations.map((operation) => ({
				resource,
				operation: operation.value,
				fields: operationParameters(operation, defaults),
				manyRows: operation.gives === 'report' && operation.manyRows === true,
				writes: (parameters) => writesWith(operation, parameters),
			})),
		),
		// n8n looks at each of them for each run, and there are hundreds that belong to other operations.
		properties: (parameters) => properties.filter((property) => belongsTo(property, parameters)),
		run: async (node, ports) => runNode(node, platform, ports),
		failureOf: (answer) => platform.failureOf(answer, {}),
		adviceOn: (error) => adviceOn(error, platform.advice),
	};
}

/** A platform's trigger node from its sources. */
export interface LoadedTrigger {
	readonly properties: readonly INodeProperties[];
	/** @returns the items; rejects as the node does */
	readonly poll: (node: IPollFunctions, ports: Ports) => Promise<IDataObject[]>;
}

export function loadedTrigger<Api>(
	platform: Platform<Api>,
	events: readonly TriggerEvent<Api>[],
): LoadedTrigger {
	return {
		properties: describeEvents(events, platform),
		poll: async (node, ports) => {
			const [items = []] = (await pollNode(node, platform, events, ports)) ?? [];
			return items.map(({ json }) => json);
		},
	};
}

function writesWith<Api>({ writes, fields }: Operation<Api>, parameters: INodeParameters): boolean {
	if (typeof writes !== 'function') return writes === true;
	return writes((name) => {
		const value = parameters[name] ?? fields.find((field) => field.name === name)?.default;
		return typeof value === 'string' ? value : '';
	});
}

function belongsTo({ displayOptions }: INodeProperties, parameters: INodeParameters): boolean {
	const { resource, operation } = displayOptions?.show ?? {};
	return (
		(resource?.includes(parameters.resource as string) ?? true) &&
		(operation?.includes(parameters.operation as string) ?? true)
	);
}
