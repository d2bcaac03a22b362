import type { SingleOperation } from '../../shared/operations/operation';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { AdfoxApi } from '../api';
import { additionalFields } from './create';
import { kindIdField } from './get';
import { readId } from './id-field';
import { titleOf, withArticle, type ObjectKind } from './kind';
import { customParameters, parameterCollection } from './parameter-fields';
import { sentValues } from './sent-values';
import { outcomeOf, write } from './write';

export function update(kind: ObjectKind): SingleOperation<AdfoxApi> {
	const { modify } = kind.methods;
	const optional = modify.parameters.filter((parameter) => !parameter.required);
	return {
		name: 'Update',
		value: 'update',
		description: `Change ${withArticle(kind)}; what is not set stays as it is`,
		action: `Update ${withArticle(kind)}`,
		gives: 'items',
		writes: true,
		fields: [kindIdField(kind), parameterCollection(additionalFields, optional, [customParameters])],
		async *rows(run) {
			const id = readId(run.parameters, 'id');
			const changes = sentValues(run.parameters, 'additionalFields', optional);
			if (changes.length === 0)
				throw new ParameterError(
					additionalFields.displayName,
					`${additionalFields.displayName} is empty, so there is nothing to change.`,
					'Add the fields to change.',
				);
			const answer = await write(run, modify, [['objectID', id], ...changes], howToCheck(kind, id));
			yield [outcomeOf(answer, id, { success: true })];
		},
	};
}

export function howToCheck(kind: ObjectKind, id: string): string {
	return `Look with ${titleOf(kind)} > Get, ID ${id}, what it is like now before you run this again.`;
}
