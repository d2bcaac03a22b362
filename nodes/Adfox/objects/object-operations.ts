import type { Operation } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getAll } from './get-all';
import type { ObjectKind } from './kind';
import { update } from './update';

/** What can be done with every kind of object; Delete where the platform has it. */
export function objectOperations(
	kind: ObjectKind,
	inherited?: Parameters<typeof create>[1],
): Operation<AdfoxApi>[] {
	const { delete: deletion } = kind.methods;
	return [
		create(kind, inherited),
		...(deletion === undefined ? [] : [deleteOne(kind, deletion)]),
		get(kind),
		getAll(kind),
		update(kind),
	];
}
