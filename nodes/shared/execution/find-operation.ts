import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../operations/operation';
import type { Platform } from '../platform/platform';

/** n8n adds this to every Resource and Operation list and leads the user to the HTTP Request node with it. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/** The resource that sends any documented request, on platforms that have one. */
const API_REQUEST = 'request';

/** The operation that the user chose. Resource and Operation take no expressions, so it holds for all input items. */
export function findOperation<Api>(node: IExecuteFunctions, platform: Platform<Api>): Operation<Api> {
	const resourceValue = asText(node.getNodeParameter('resource', 0));
	const operationValue = asText(node.getNodeParameter('operation', 0, ''));
	const resource = platform.resources.find(({ value }) => value === resourceValue);
	const operation = resource?.operations.find(({ value }) => value === operationValue);
	if (operation !== undefined) {
		if (node.getInputData().some((_item, index) => writes(node, operation, index))) refuseRetryOnFail(node);
		return operation;
	}
	if (resourceValue === CUSTOM_API_CALL || operationValue === CUSTOM_API_CALL)
		throw new NodeOperationError(node.getNode(), 'This node does not make custom API calls.', {
			description: `Use ${apiRequest(platform)}the HTTP Request node with the predefined credential type of ${platform.displayName}.`,
		});
	throw new NodeOperationError(
		node.getNode(),
		`There is no operation "${operationValue}" for "${resourceValue}".`,
		{
			description: 'Choose a Resource and an Operation from the lists.',
		},
	);
}

/** The parameters may come from an expression, so one input item may write where another one reads. */
export function writes<Api>(
	node: IExecuteFunctions,
	{ writes: when }: Operation<Api>,
	itemIndex: number,
): boolean {
	if (typeof when !== 'function') return when === true;
	return when((name) => asText(node.getNodeParameter(name, itemIndex, '')));
}

/** Where all input items make one thing, the parameters of the first hold for all of them. */
export function takesAll<Api>(node: IExecuteFunctions, operation: Operation<Api>): boolean {
	if (operation.gives !== 'items' || operation.takesAll === undefined) return false;
	return operation.takesAll((name) => asText(node.getNodeParameter(name, 0, '')));
}

/** n8n's Retry On Fail runs the whole node again, so what was written before the failure would be written twice. */
function refuseRetryOnFail(node: IExecuteFunctions): void {
	if (node.getNode().retryOnFail !== true) return;
	throw new NodeOperationError(node.getNode(), 'Retry On Fail is on, but this operation changes data.', {
		description:
			'Switch off Settings > Retry On Fail: n8n would run the whole node again and repeat what was done already. The node itself repeats a change only when the platform refused it for now.',
	});
}

function apiRequest<Api>({ resources }: Platform<Api>): string {
	const request = resources.find(({ value }) => value === API_REQUEST);
	return request === undefined ? '' : `the resource ${request.name}, or `;
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
