import { NotFoundError, ResponseInvalidError } from '../../../connector/errors';
import type { SingleOperation } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { idField, readId } from './id-field';
import { titleOf, withArticle, type ObjectKind } from './kind';
import { countedPage, tellRemark } from './list-pages';
import { simplifyField, withNumbers } from './simplify';

/** ADFOX has no method for one object; it is the list with the object's ID (sheet 2.3). */
export function get(kind: ObjectKind): SingleOperation<AdfoxApi> {
	return {
		name: 'Get',
		value: 'get',
		description: `Get ${withArticle(kind)} by its ID`,
		action: `Get ${withArticle(kind)}`,
		gives: 'items',
		fields: [kindIdField(kind), simplifyField],
		async *rows({ api, parameters, observe }) {
			const id = readId(parameters, 'id');
			const page = await api.page(kind.methods.list, [['actionObjectID', id]], { offset: 0, limit: 1 });
			tellRemark(page, observe);
			const { rows, total } = countedPage(page, 0, 1);
			const [row] = rows;
			if (row === undefined && total > 0)
				throw new ResponseInvalidError(`ADFOX counts the ${kind.singular} ${id} and did not send it.`);
			if (row === undefined) throw new NotFoundError(`ADFOX has no ${kind.singular} with the ID ${id}.`);
			if (row.ID !== id)
				throw new ResponseInvalidError(
					`ADFOX was asked for the ${kind.singular} ${id} and gave another one.`,
				);
			yield parameters.flag('simplify') ? withNumbers([row]) : [row];
		},
	};
}

/** The object that an operation is about. */
export function kindIdField(kind: ObjectKind) {
	return idField(
		{ displayName: titleOf(kind), name: 'id', description: `The ${kind.singular}, by its ID` },
		kind.search,
	);
}
