import type { NameAndValue } from '../../../connector/client';
import type { SingleOperation } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import type { Method } from '../catalogue';
import { kindIdField } from './get';
import { readId } from './id-field';
import { titleOf, withArticle, type ObjectKind } from './kind';
import { requiredField } from './parameter-fields';
import { outcomeOf, write } from './write';

/** The victim is named in one of two ways (sheet 2.5), and some methods want its parent too. */
const VICTIM = new Set(['actionObjectID', 'listIDs']);

export function deleteOne(kind: ObjectKind, method: Method): SingleOperation<AdfoxApi> {
	const parents = method.parameters.filter(({ name }) => !VICTIM.has(name));
	return {
		name: 'Delete',
		value: 'delete',
		description: `Delete ${withArticle(kind)}; whether that can be undone is not documented`,
		action: `Delete ${withArticle(kind)}`,
		gives: 'items',
		writes: true,
		fields: [...parents.map(requiredField), kindIdField(kind)],
		async *rows(run) {
			const id = readId(run.parameters, 'id');
			const sent = method.parameters.map(({ name }): NameAndValue => [
				name,
				VICTIM.has(name) ? id : readId(run.parameters, name),
			]);
			const check = `Look with ${titleOf(kind)} > Get, ID ${id}, whether it is still there.`;
			const answer = await write(run, method, sent, check);
			yield [outcomeOf(answer, id, { deleted: true })];
		},
	};
}
