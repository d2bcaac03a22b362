import type { SingleOperation } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import { fieldsField, fieldsQuery, otherFieldsOption } from '../list/list-fields';
import { idField, readId } from './id';
import { PRESET_FIELDS, type ObjectKind } from './kinds';

export function getOneOf(kind: ObjectKind): SingleOperation<MyTargetApi> {
	const { one, collection, fields } = kind;
	return {
		name: 'Get',
		value: 'get',
		description: `Get one ${one}`,
		action: `Get one ${one}`,
		gives: 'items',
		fields: [idField(kind), fieldsField(fields, PRESET_FIELDS)],
		options: [otherFieldsOption],
		async *rows({ api, parameters }) {
			yield [await api.object(collection, readId(parameters), fieldsQuery(parameters), fields)];
		},
	};
}
