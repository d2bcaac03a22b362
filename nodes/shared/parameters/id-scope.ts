import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choiceField, type Choice } from './choice-field';
import { ParameterError } from './parameter-error';
import type { Parameters } from './parameters';
import { mergeLists, SHORT_TEXTS, WHOLE_NUMBERS } from './value-list';

const FROM_LIST = 'selected';
const BY_ID = 'byId';

interface IdDeclaration {
	/** What has the ids, in the singular: "super campaign". Texts of the fields are made of it. */
	readonly one: string;
	/** What the names of the fields begin with, where that is more than one word: "superCampaign". */
	readonly value?: string;
	/** The node's method that lists what there is to choose, and the parameters that it depends on. */
	readonly load: string;
	readonly dependsOn?: readonly string[];
	/** Of ids that are typed in. */
	readonly example: string;
	/** Ids are short texts without blanks, not whole numbers. */
	readonly opaque?: true;
	/** A scope that several kinds share, each with fields of its own so that no id is ever taken for one of another kind. */
	readonly shared?: { readonly title: string; readonly name: string; readonly show: Show };
}

/** By parameter, the values with which the fields of a kind are shown. */
type Show = Readonly<Record<string, string[]>>;

/** Two fields for ids, since the editor's list takes only what the account has: the list, and a text for others. */
interface IdFields {
	readonly list: INodeProperties;
	readonly text: INodeProperties;
	/** Of both together. @throws {ParameterError} something is no id */
	readonly read: (parameters: Parameters) => string[];
	/** Of one of them. @throws {ParameterError} the same */
	readonly readOne: (field: INodeProperties, parameters: Parameters) => string[];
}

export function idFields({ one, value = one, load, dependsOn, example, opaque }: IdDeclaration): IdFields {
	const list: INodeProperties = {
		displayName: `${titleOf(one)} Names or IDs`,
		name: `${value}Ids`,
		type: 'multiOptions',
		allowArbitraryValues: true,
		typeOptions: {
			loadOptionsMethod: load,
			...(dependsOn === undefined ? {} : { loadOptionsDependsOn: [...dependsOn] }),
		},
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	};
	const text: INodeProperties = {
		displayName: `${titleOf(one)} IDs`,
		name: `${value}IdList`,
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
		description: `IDs of ${one}s, with commas between them`,
	};
	const readOne: IdFields['readOne'] = ({ name }, parameters) =>
		parameters.ids(name, opaque === true ? SHORT_TEXTS : WHOLE_NUMBERS);
	return {
		list,
		text,
		read: (parameters) => mergeLists(...[list, text].map((field) => readOne(field, parameters))),
		readOne,
	};
}

interface ChosenIds {
	/** "Campaigns", and `campaignScope`. */
	readonly title: string;
	readonly name: string;
	readonly options: readonly Choice<typeof FROM_LIST | typeof BY_ID>[];
	/** The list and the text, each shown with its way to choose. */
	readonly fields: readonly INodeProperties[];
	/** @throws {ParameterError} nothing is chosen, which would not mean "all" */
	readonly read: (
		way: typeof FROM_LIST | typeof BY_ID,
		parameters: Parameters,
		advice: string,
	) => readonly string[];
}

/** The two ways to choose objects, whatever else there may be to choose. */
function chosenIds(ids: IdDeclaration): ChosenIds {
	const { one, value = one, shared } = ids;
	const { title, name, show } = shared ?? { title: `${titleOf(one)}s`, name: `${value}Scope`, show: {} };
	const { list, text, readOne } = idFields(ids);
	const those = shared === undefined ? `${one}s` : title.toLowerCase();
	const shownWith = (field: INodeProperties, way: string) => ({
		...field,
		displayOptions: { show: { ...show, [name]: [way] } },
	});
	return {
		title,
		name,
		options: [
			{ name: 'By ID', value: BY_ID, description: `Only ${those} whose IDs you enter` },
			{ name: 'From List', value: FROM_LIST, description: `Only ${those} that you choose` },
		],
		fields: [shownWith(list, FROM_LIST), shownWith(text, BY_ID)],
		read(way, parameters, advice) {
			const [choice, field] = way === BY_ID ? ['By ID', text] : ['From List', list];
			const chosen = readOne(field, parameters);
			if (chosen.length > 0) return chosen;
			throw new ParameterError(
				field.displayName,
				`${title} is ${choice}, but ${field.displayName} is empty.`,
				advice,
			);
		},
	};
}

interface IdChoice {
	/** The way to choose, the list and the text, in this order. */
	readonly fields: readonly INodeProperties[];
	/** @throws {ParameterError} nothing is chosen */
	readonly read: (parameters: Parameters) => readonly string[];
}

/** One or many objects, for what is done to those that the user chose and never to all: "selected" and "byId". */
export function idChoice(ids: IdDeclaration): IdChoice {
	const { title, name, options, fields, read } = chosenIds(ids);
	const way = choiceField<typeof FROM_LIST | typeof BY_ID>({
		displayName: title,
		name,
		type: 'options',
		options,
		default: FROM_LIST,
	});
	return {
		fields: [way.field, ...fields],
		read: (parameters) => read(way.read(parameters), parameters, `Choose at least one ${ids.one}.`),
	};
}

/** Which objects are wanted: all of a kind that the platform knows, or those that the user chose, in whichever way. */
export type IdScope<Kind extends string> =
	| { readonly kind: Exclude<Kind, typeof FROM_LIST>; readonly ids: undefined }
	| { readonly kind: typeof FROM_LIST; readonly ids: readonly string[] };

interface ScopeDeclaration<Kind extends string> extends IdDeclaration {
	/** What there is besides those that the user chooses, in the order of the alphabet. */
	readonly options: readonly Choice<Kind>[];
	readonly description: string;
}

interface IdScopeFields<Kind extends string> {
	/** The scope, the list and the text, in this order. */
	readonly fields: readonly INodeProperties[];
	/** The names of them, for what depends on the choice. */
	readonly names: readonly string[];
	/** @throws {ParameterError} nothing is chosen, which would not mean "all" */
	readonly read: (parameters: Parameters) => IdScope<Kind>;
	/** The ids of a slice as the fields hold them. */
	readonly ofSlice: (slice: { readonly ids?: readonly string[] }) => IDataObject;
}

/** The scope "all", ... "selected", "byId", the latter two with their field for ids below it. */
export function idScope<Kind extends string>({
	options,
	description,
	...ids
}: ScopeDeclaration<Kind | 'all'>): IdScopeFields<Kind | 'all'> {
	const { one, value = one } = ids;
	const { title, name, ...chosen } = chosenIds(ids);
	const scope = choiceField<Kind | 'all' | typeof FROM_LIST | typeof BY_ID>({
		displayName: title,
		name,
		type: 'options',
		options: [...options, ...chosen.options],
		default: 'all',
		description,
	});
	const fields = [scope.field, ...chosen.fields];
	return {
		fields,
		names: fields.map((field) => field.name),
		read: (parameters) => {
			const kind = scope.read(parameters);
			if (kind !== FROM_LIST && kind !== BY_ID)
				return { kind: kind as Exclude<Kind | 'all', typeof FROM_LIST>, ids: undefined };
			const way = kind === BY_ID ? BY_ID : FROM_LIST;
			return {
				kind: FROM_LIST,
				ids: chosen.read(way, parameters, `Choose ${one}s, or set ${title} to All.`),
			};
		},
		ofSlice: (slice) =>
			slice.ids === undefined ? { [name]: 'all' } : { [name]: FROM_LIST, [`${value}Ids`]: [...slice.ids] },
	};
}

/** "Super Campaign" */
function titleOf(one: string): string {
	return one.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
