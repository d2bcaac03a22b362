import type { IExecuteFunctions, INodeExecutionData, INodeParameters, INodeProperties } from 'n8n-workflow';

import type { Platform } from '../../nodes/shared/platform/platform';
import type { Ports } from '../../nodes/shared/platform/ports';
import { runNode } from '../../nodes/shared/execution/run-node';
import { describeResources } from '../../nodes/shared/operations/describe';

/** A platform's node, whatever its API is. */
export interface NodeOfPlatform {
	readonly credentialType: string;
	/** Those of one operation. */
	readonly properties: (parameters: INodeParameters) => INodeProperties[];
	readonly run: (node: IExecuteFunctions, ports: Ports) => Promise<INodeExecutionData[][]>;
}

export function nodeOf<Api>(platform: Platform<Api>): NodeOfPlatform {
	const properties = describeResources(platform.resources, platform.defaults);
	return {
		credentialType: platform.credentialType,
		// n8n looks at each of them for each run, and there are hundreds that belong to other operations.
		properties: (parameters) => properties.filter((property) => belongsTo(property, parameters)),
		run: async (node, ports) => runNode(node, platform, ports),
	};
}

function belongsTo({ displayOptions }: INodeProperties, parameters: INodeParameters): boolean {
	const { resource, operation } = displayOptions?.show ?? {};
	return (
		(resource?.includes(parameters.resource as string) ?? true) &&
		(operation?.includes(parameters.operation as string) ?? true)
	);
}
