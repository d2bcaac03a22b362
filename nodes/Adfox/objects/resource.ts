import { unknownOutcome, type NameAndValue } from '../../../connector/client';
import { ResponseInvalidError } from '../../../connector/errors';
import { lookFor, objectResource, type ObjectWays } from '../../shared/operations/object-resource';
import type { Operation, Resource } from '../../shared/operations/operation';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { simplifyField } from '../../shared/parameters/simplify';
import { textOf } from '../answer';
import type { AdfoxApi } from '../api';
import type { Method, MethodParameter } from '../catalogue/method';
import { hasStatus, type ObjectKind } from './kinds';
import { getAll, readOne } from './list';
import { changedId } from './numbers';
import {
	additionalFields,
	kindField,
	parameterCollection,
	requiredField,
	updateFields,
} from './parameter-fields';
import { sentValues } from './sent-values';
import { setStatus } from './setStatus';
import { outcomeOf, write } from './write';

type Ways = ObjectWays<AdfoxApi>;

/** What can be done with every kind of object; Delete where the platform has it. */
export function objects(kind: ObjectKind, others: readonly Operation<AdfoxApi>[] = []): Resource<AdfoxApi> {
	return objectResource(kind, {
		id: kindField(kind),
		create: create(kind),
		getAll: getAll(kind),
		get: {
			note: ` by its ID: ${kind.gives}`,
			fields: [simplifyField],
			read: (run, id) => readOne(run, kind, id),
		},
		update: update(kind),
		delete: kind.delete === undefined ? undefined : deletion(kind.delete),
		others: hasStatus(kind) ? [setStatus(kind), ...others] : others,
	});
}

function create(kind: ObjectKind): Ways['create'] {
	const { add, inherited, usual } = kind;
	const required = add.parameters.filter((parameter) => parameter.required);
	const optional = add.parameters.filter((parameter) => !parameter.required);
	return {
		fields: [
			...required.map((parameter) =>
				parameter.name === inherited?.name ? inheritedField(parameter) : requiredField(parameter),
			),
			parameterCollection(additionalFields, optional, usual),
		],
		async make(run) {
			const { parameters } = run;
			const more = sentValues(run, additionalFields.name, optional, namesOf(required));
			const inherits = more.some(([name, value]) => name === inherited?.from && Number(value) !== 0);
			const own = required
				.filter(({ name }) => !(inherits && name === inherited?.name))
				.map((parameter) => requiredPair(parameters, parameter));
			const check = lookFor.created(kind, foundBy(kind, own));
			const answer = await write(run, add, [...own, ...more], check);
			const id = textOf(answer.status, 'ID');
			if (id !== undefined) return { ID: changedId(id) };
			throw unknownOutcome(
				new ResponseInvalidError(`ADFOX did not tell the ID of the new ${kind.one}.`),
				check,
			);
		},
	};
}

const namesOf = (parameters: readonly MethodParameter[]) => parameters.map(({ name }) => name);

function inheritedField(parameter: MethodParameter) {
	return {
		...requiredField(parameter),
		required: false,
		description: 'Left out when Super Campaign ID is set, which has its own',
	};
}

/** @throws {ParameterError} it is not set */
function requiredPair(parameters: Parameters, { name, type }: MethodParameter): NameAndValue {
	return [name, type === 'id' ? parameters.id(name) : parameters.requiredText(name)];
}

/** By what a new object is found in the list. */
function foundBy({ list }: ObjectKind, own: readonly NameAndValue[]): string {
	const searches = list.parameters.some(({ name }) => name === 'search');
	const named = own.filter(([name]) => name === 'name' || name === 'account' || name === 'campaignID');
	const filter = named.map(([name, value]) =>
		name === 'name' && searches ? `Filters > Search "${value}"` : `${name} "${value}"`,
	);
	return filter.length === 0 ? '' : `, ${filter.join(' and ')},`;
}

function update({ modify, usual }: ObjectKind): Ways['update'] {
	const optional = modify.parameters.filter((parameter) => !parameter.required);
	return {
		note: '; what is not set stays as it is',
		fields: [parameterCollection(updateFields, optional, usual)],
		async change(run, id, check) {
			const changes = sentValues(run, updateFields.name, optional, ['objectID']);
			if (changes.length === 0)
				throw new ParameterError(
					updateFields.displayName,
					`${updateFields.displayName} is empty, so there is nothing to change.`,
					'Add the fields to change.',
				);
			const answer = await write(run, modify, [['objectID', id], ...changes], check);
			return outcomeOf(answer, id, { success: true });
		},
	};
}

/** The victim is named in one of two ways (sheet 2.5), and some methods want its parent too. */
const VICTIM = new Set(['actionObjectID', 'listIDs']);

function deletion(method: Method): Ways['delete'] {
	return {
		note: '; whether that can be undone is not documented',
		parents: method.parameters.filter(({ name }) => !VICTIM.has(name)).map(requiredField),
		async change(run, id, check) {
			const sent = method.parameters.map(({ name }): NameAndValue => [
				name,
				VICTIM.has(name) ? id : run.parameters.id(name),
			]);
			return outcomeOf(await write(run, method, sent, check), id, { deleted: true });
		},
	};
}
