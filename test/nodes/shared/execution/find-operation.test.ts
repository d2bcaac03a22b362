import { describe, expect, it } from '@jest/globals';
import { NodeOperationError, type INodeParameters } from 'n8n-workflow';

import type { Operation } from '../../../../nodes/shared/operations/operation';
import type { Platform } from '../../../../nodes/shared/platform/platform';
import { item, list, pagesOf, prepare, run, single, type FakeApi } from '../fake-platform';

const operation = list(() => pagesOf([]));

async function refusal(
	parameters: INodeParameters,
	changes: Partial<Platform<FakeApi>> = {},
	chosen: Operation<FakeApi> = operation,
): Promise<{ message: string; description: string | null | undefined }> {
	const error = await prepare(chosen, { parameters: [parameters] }, changes)
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

describe('Retry On Fail', () => {
	const retried = { retryOnFail: true };

	it('may be on where nothing is changed', async () => {
		await expect(run(operation, retried)).resolves.toBeDefined();
	});

	it('is refused where one of the input items changes something', async () => {
		const fields = [{ displayName: 'Mode', name: 'mode', type: 'string', default: '' }] as const;
		const some = {
			...operation,
			fields,
			writes: (text: (name: string) => string) => text('mode') === 'write',
		};
		const modes = (...all: unknown[]) => ({
			...item(...all.map((mode) => ({ mode }) as INodeParameters)),
			...retried,
		});
		await expect(run(some, modes('read', 'look'))).resolves.toBeDefined();
		// What an expression gives may be anything, and something that has no text.
		await expect(run(some, modes(undefined, 5, Object.create(null), { toString: 1 }))).resolves.toBeDefined();
		await expect(prepare(some, modes('read', 'write')).outputs()).rejects.toThrow(
			'Retry On Fail is on, but this operation changes data.',
		);
	});
});
