import type { SingleOperation } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import { idField, readId } from './id';
import type { ObjectKind } from './kinds';

export function deleteOf(kind: ObjectKind): SingleOperation<MyTargetApi> {
	const { one, name, collection } = kind;
	return {
		name: 'Delete',
		value: 'delete',
		description: `Delete one ${one}`,
		action: `Delete one ${one}`,
		gives: 'items',
		writes: true,
		fields: [idField(kind)],
		async *rows({ api, parameters }) {
			const id = readId(parameters);
			await api.delete(collection, id, `Look with ${name} > Get at the ${one} ${id}.`);
			yield [{ id: Number(id), deleted: true }];
		},
	};
}
