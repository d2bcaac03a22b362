import { host } from './host';

import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/** A stand-in for a node of n8n-nodes-base: hands on what it got. */
function passOn(name: string, displayName: string, group: 'trigger' | 'organization'): INodeType {
	return {
		description: {
			name,
			displayName,
			group: [group],
			version: [1, 1.1, 1.2, 1.3],
			description: '',
			defaults: {},
			inputs: group === 'trigger' ? [] : [host.workflow.NodeConnectionTypes.Main],
			outputs: [host.workflow.NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			return [this.getInputData()];
		},
	};
}

/** What the examples use of n8n-nodes-base, which is not installed: it would bring some thousand packages. */
export const baseNodes: Readonly<Record<string, INodeType>> = {
	'n8n-nodes-base.manualTrigger': passOn('manualTrigger', 'Manual Trigger', 'trigger'),
	'n8n-nodes-base.scheduleTrigger': passOn('scheduleTrigger', 'Schedule Trigger', 'trigger'),
	'n8n-nodes-base.noOp': passOn('noOp', 'No Operation', 'organization'),
};

/** Notes on the canvas are no nodes to the engine; n8n drops them too. */
export const stickyNote = 'n8n-nodes-base.stickyNote';
