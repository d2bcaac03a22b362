import type { INodeProperties } from 'n8n-workflow';

import type { Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { parseDay } from '../../shared/parameters/calendar-day';
import { parseJson } from '../../shared/parameters/json';
import { parseNumber } from '../../shared/parameters/numbers';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { oneOf, type Parameters } from '../../shared/parameters/parameters';
import type { MyTargetApi } from '../api';
import { checkChange, checkNew } from './check-written';
import type { ObjectKind } from './kinds';

type Read = (collection: Parameters, name: string, run: Run<MyTargetApi>) => unknown;

/** A field that is entered by itself, and its name at the platform. */
interface WrittenField {
	readonly field: INodeProperties;
	readonly sentAs: string;
	readonly read: Read;
}

const asText: Read = (collection, name) => collection.requiredText(name);

/** `-1` is the least that is documented, without what it means (sheet 3.3). */
const asMoney: Read = (collection, name) => {
	const bounds = { minimum: -1, default: 0 };
	return parseNumber(collection.value(name), collection.displayName(name), bounds);
};

const asDay: Read = (collection, name, { timezone, observe }) =>
	parseDay(collection.value(name), collection.displayName(name), timezone, observe);

const STATUSES = ['active', 'blocked', 'deleted'] as const;

function status(values: readonly (typeof STATUSES)[number][]): WrittenField {
	return {
		field: {
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: values.map((value) => ({ name: value.charAt(0).toUpperCase() + value.slice(1), value })),
			default: 'blocked',
			description: 'Blocked is stopped, as with the switch in the interface',
		},
		sentAs: 'status',
		read: (collection, name) => oneOf(values, collection.value(name), collection.displayName(name)),
	};
}

function money(displayName: string, name: string, sentAs: string, description: string): WrittenField {
	const typeOptions = { minValue: -1, numberPrecision: 2 };
	return {
		field: { displayName, name, type: 'number', typeOptions, default: 0, description },
		sentAs,
		read: asMoney,
	};
}

function day(displayName: string, name: string, sentAs: string, description: string): WrittenField {
	const typeOptions = { dateOnly: true };
	return {
		field: { displayName, name, type: 'dateTime', typeOptions, default: '', description },
		sentAs,
		read: asDay,
	};
}

const name: WrittenField = {
	field: { displayName: 'Name', name: 'name', type: 'string', default: '' },
	sentAs: 'name',
	read: asText,
};

const BUDGET_AND_DATES: readonly WrittenField[] = [
	money('Daily Budget', 'budgetLimitDay', 'budget_limit_day', "In the account's currency"),
	money('Total Budget', 'budgetLimit', 'budget_limit', "In the account's currency"),
	day('Start Date', 'dateStart', 'date_start', 'First day on which it is shown'),
	day('End Date', 'dateEnd', 'date_end', 'Last day on which it is shown'),
];

/** Where the usual fields are, and what becomes of them and the body. */
interface Collection {
	readonly displayName: string;
	readonly name: string;
	readonly statuses: typeof STATUSES | readonly ['active', 'blocked'];
	readonly body: (kind: ObjectKind) => { readonly example: string; readonly hint?: string };
	readonly check: (kind: ObjectKind, sent: Row, body: string) => void;
}

/** Of a new object. Nobody makes a thing in order to have it deleted. */
export const ADDITIONAL_FIELDS: Collection = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	statuses: ['active', 'blocked'],
	body: ({ example, bodyHint }) => ({ example, hint: bodyHint }),
	check: checkNew,
};

/** Of one that is there. */
export const UPDATE_FIELDS: Collection = {
	displayName: 'Update Fields',
	name: 'updateFields',
	statuses: STATUSES,
	body: () => ({ example: '{ "targetings": { "sex": ["female"] } }' }),
	check: checkChange,
};

/** What is sent for an object of a kind: the usual fields, each by itself, and a JSON body for all others. */
export function writtenFields(
	kind: ObjectKind,
	{ displayName, name: collectionName, statuses, body: bodyOfKind, check }: Collection,
) {
	const { example, hint } = bodyOfKind(kind);
	const known = [name, status(statuses), ...(kind.hasBudget ? BUDGET_AND_DATES : [])];
	const fields: readonly INodeProperties[] = [
		{
			displayName,
			name: collectionName,
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: known.map(({ field }) => field),
		},
		{
			displayName: 'Body (JSON)',
			name: 'body',
			type: 'json',
			// n8n marks an empty one as an error, and shows no placeholder in it.
			default: '{}',
			description: `All other fields to send, as the documentation of the platform names them, for example ${example}`,
			...(hint === undefined ? {} : { hint }),
		},
	];
	return {
		fields,
		/** @throws {ParameterError} nothing to send, no JSON object, or a field that is given twice */
		read(run: Run<MyTargetApi>): Row {
			const { parameters } = run;
			const collection = parameters.collection(collectionName);
			const body = bodyOf(parameters);
			const sent = { ...body };
			for (const { field, sentAs, read } of known) {
				if (collection.value(field.name) === undefined) continue;
				if (Object.hasOwn(body, sentAs)) throw givenTwice(field.displayName, displayName, sentAs, parameters);
				sent[sentAs] = read(collection, field.name, run);
			}
			if (Object.keys(sent).length === 0)
				throw new ParameterError(
					displayName,
					`${displayName} and ${parameters.displayName('body')} are empty, so there is nothing to send.`,
					`Add fields to ${displayName}.`,
				);
			check(kind, sent, parameters.displayName('body'));
			return sent;
		},
	};
}

function givenTwice(field: string, collection: string, sentAs: string, parameters: Parameters) {
	const body = parameters.displayName('body');
	return new ParameterError(
		field,
		`${field} is set in ${collection} and, as "${sentAs}", in ${body}.`,
		'Remove one of them.',
	);
}

function bodyOf(parameters: Parameters): Row {
	const displayName = parameters.displayName('body');
	const body = parseJson(parameters.value('body'), displayName) ?? {};
	if (typeof body === 'object' && !Array.isArray(body)) return body as Row;
	throw new ParameterError(
		displayName,
		`${displayName} is no JSON object with fields to send.`,
		'Enter an object such as { "name": "Spring" }; in an expression hand one over whole, {{ $json }}, or write its values as {{ JSON.stringify($json.name) }}.',
	);
}
