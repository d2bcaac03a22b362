import type { SingleOperation } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import { bodyField, readBody } from './body';
import { idField, readId } from './id';
import type { ObjectKind } from './kinds';

export function updateOf(kind: ObjectKind): SingleOperation<MyTargetApi> {
	const { one, name, collection } = kind;
	return {
		name: 'Update',
		value: 'update',
		description: `Change one ${one}`,
		action: `Update one ${one}`,
		gives: 'items',
		writes: true,
		fields: [idField(kind), bodyField('{ "status": "blocked" }')],
		async *rows({ api, parameters }) {
			const id = readId(parameters);
			await api.update(collection, id, readBody(parameters), `Look with ${name} > Get at the ${one} ${id}.`);
			yield [{ id: Number(id), success: true }];
		},
	};
}
