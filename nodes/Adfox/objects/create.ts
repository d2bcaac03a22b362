import { unknownOutcome, type NameAndValue } from '../../../connector/client';
import { ResponseInvalidError } from '../../../connector/errors';
import type { SingleOperation } from '../../shared/operations/operation';
import type { Parameters } from '../../shared/parameters/parameters';
import { textOf } from '../answer';
import type { AdfoxApi } from '../api';
import type { MethodParameter } from '../catalogue';
import { readId } from './id-field';
import { titleOf, withArticle, type ObjectKind } from './kind';
import { customParameters, parameterCollection, requiredField } from './parameter-fields';
import { sentValues } from './sent-values';
import { write } from './write';

export const additionalFields = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	placeholder: 'Add Field',
};

/**
 * @param inherited the required parameter that an optional one makes superfluous: a campaign takes its advertiser from
 *   its super campaign (sheet 2.4)
 */
export function create(
	kind: ObjectKind,
	inherited?: { readonly name: string; readonly from: string },
): SingleOperation<AdfoxApi> {
	const { add } = kind.methods;
	const required = add.parameters.filter((parameter) => parameter.required);
	const optional = add.parameters.filter((parameter) => !parameter.required);
	return {
		name: 'Create',
		value: 'create',
		description: `Create ${withArticle(kind)}`,
		action: `Create ${withArticle(kind)}`,
		gives: 'items',
		writes: true,
		fields: [
			...required.map((parameter) => fieldOf(parameter, inherited?.name)),
			parameterCollection(additionalFields, optional, [customParameters]),
		],
		async *rows(run) {
			const { parameters } = run;
			const more = sentValues(parameters, 'additionalFields', optional);
			const inherits = more.some(([name, value]) => name === inherited?.from && Number(value) !== 0);
			const own = required
				.filter(({ name }) => !(inherits && name === inherited?.name))
				.map((parameter) => requiredPair(parameters, parameter));
			const check = howToCheck(kind, own);
			const answer = await write(run, add, [...own, ...more], check);
			const id = textOf(answer.status, 'ID');
			if (id === undefined)
				throw unknownOutcome(
					new ResponseInvalidError(`ADFOX did not tell the ID of the new ${kind.singular}.`),
					check,
				);
			yield [{ ID: id }];
		},
	};
}

function fieldOf(parameter: MethodParameter, inherited: string | undefined) {
	const field = requiredField(parameter);
	if (parameter.name !== inherited) return field;
	return {
		...field,
		required: false,
		description: 'Left out when Super Campaign ID is set, which has its own',
	};
}

/** @throws {ParameterError} it is not set */
function requiredPair(parameters: Parameters, { name, type }: MethodParameter): NameAndValue {
	return [name, type === 'id' ? readId(parameters, name) : parameters.requiredText(name)];
}

function howToCheck(kind: ObjectKind, own: readonly NameAndValue[]): string {
	const searches = kind.methods.list.parameters.some(({ name }) => name === 'search');
	const named = own.filter(([name]) => name === 'name' || name === 'account' || name === 'campaignID');
	const filter = named.map(([name, value]) =>
		name === 'name' && searches ? `Filters > Search "${value}"` : `${name} "${value}"`,
	);
	const by = filter.length === 0 ? '' : `, ${filter.join(' and ')},`;
	return `Look with ${titleOf(kind)} > Get Many${by} whether it is there before you create it again.`;
}
