import { expect, it } from '@jest/globals';
import { NodeOperationError, type INodeParameters } from 'n8n-workflow';

import type { Operation } from '../../../../nodes/shared/operations/operation';
import type { Platform } from '../../../../nodes/shared/platform/platform';
import { list, pagesOf, prepare, single, type FakeApi } from '../fake-platform';

const operation = list(() => pagesOf([]));

async function refusal(
	parameters: INodeParameters,
	changes: Partial<Platform<FakeApi>> = {},
	run: Operation<FakeApi> = operation,
): Promise<{ message: string; description: string | null | undefined }> {
	const error = await prepare(run, { parameters: [parameters] }, changes)
		.outputs()
		.catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(NodeOperationError);
	const { message, description } = error as NodeOperationError;
	return { message, description };
}

it.each<INodeParameters>([
	{ resource: '__CUSTOM_API_CALL__' },
	{ resource: 'thing', operation: '__CUSTOM_API_CALL__' },
])('leads from a custom API call (%j) to the HTTP Request node', async (parameters) => {
	await expect(refusal(parameters)).resolves.toEqual({
		message: 'This node does not make custom API calls.',
		description: 'Use the HTTP Request node with the predefined credential type of Fake Ads.',
	});
});

it('leads to the API Request of a platform that has one', async () => {
	const resources = [
		{ name: 'API Request', value: 'request', operations: [single(() => pagesOf([]))] },
		{ name: 'Thing', value: 'thing', operations: [operation] },
	];
	const { description } = await refusal({ resource: '__CUSTOM_API_CALL__' }, { resources });
	expect(description).toBe(
		'Use the resource API Request, or the HTTP Request node with the predefined credential type of Fake Ads.',
	);
});

it.each([
	['thing', 'other', 'There is no operation "other" for "thing".'],
	['nobody', '', 'There is no operation "" for "nobody".'],
	['constructor', 'name', 'There is no operation "" for "constructor".'],
])('knows no operation %s, %s', async (resource, name, message) => {
	const refused = await refusal({ resource, operation: name });
	expect(refused.message).toBe(message);
	expect(refused.description).toContain('from the lists');
});
