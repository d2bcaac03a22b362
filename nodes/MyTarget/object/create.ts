import type { SingleOperation } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import { bodyField, readBody } from './body';
import type { ObjectKind } from './kinds';

export function createOf(
	{ one, name, collection }: ObjectKind,
	placeholder: string,
): SingleOperation<MyTargetApi> {
	return {
		name: 'Create',
		value: 'create',
		description: `Create one ${one}`,
		action: `Create one ${one}`,
		gives: 'items',
		writes: true,
		fields: [bodyField(placeholder)],
		async *rows({ api, parameters }) {
			const path = `${collection}.json`;
			yield [await api.create(path, path, readBody(parameters), lookFor(name, one))];
		},
	};
}

/** How to find out whether it was created after all. */
export function lookFor(name: string, one: string): string {
	return `Look with ${name} > Get Many whether the ${one} is there before you create it again.`;
}
