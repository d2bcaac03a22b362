import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choiceField, type Choice } from './choice-field';
import { ParameterError } from './parameter-error';
import type { Parameters } from './parameters';
import { SHORT_TEXTS, WHOLE_NUMBERS } from './value-list';

const SELECTED = 'selected';

interface IdDeclaration {
	/** What has the ids, in the singular: "campaign". Names and texts of the fields are made of it. */
	readonly one: string;
	/** The node's method that lists what there is to choose, and the parameters that it depends on. */
	readonly load: string;
	readonly dependsOn?: readonly string[];
	/** Of ids that are typed in. */
	readonly example: string;
	/** Ids are short texts without blanks, not whole numbers. */
	readonly opaque?: true;
}

/** Two fields for ids, since the editor's list takes only what the account has: the list, and a text for more. */
interface IdFields {
	readonly list: INodeProperties;
	readonly text: INodeProperties;
	/** @throws {ParameterError} something is no id */
	readonly read: (parameters: Parameters) => string[];
}

export function idFields({ one, load, dependsOn, example, opaque }: IdDeclaration): IdFields {
	const [list, text] = [`${one}Ids`, `${one}IdList`];
	return {
		list: {
			displayName: `${titleOf(one)} Names or IDs`,
			name: list,
			type: 'multiOptions',
			allowArbitraryValues: true,
			typeOptions: {
				loadOptionsMethod: load,
				...(dependsOn === undefined ? {} : { loadOptionsDependsOn: [...dependsOn] }),
			},
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		text: {
			displayName: `${titleOf(one)} IDs (Text)`,
			name: text,
			type: 'string',
			default: '',
			placeholder: `e.g. ${example}`,
			description: `More ${one} IDs, with commas between them`,
		},
		read: (parameters) => parameters.ids(list, text, opaque === true ? SHORT_TEXTS : WHOLE_NUMBERS),
	};
}

/** Which objects are wanted: all of a kind that the platform knows, or those that the user chose. */
export type IdScope<Kind extends string> =
	| { readonly kind: Exclude<Kind, typeof SELECTED>; readonly ids: undefined }
	| { readonly kind: typeof SELECTED; readonly ids: readonly string[] };

interface ScopeDeclaration<Kind extends string> extends IdDeclaration {
	/** What there is besides "selected", in the order of the alphabet. */
	readonly options: readonly Choice<Kind>[];
	readonly description: string;
}

interface IdScopeFields<Kind extends string> {
	/** The scope, the list and the text, in this order. */
	readonly fields: readonly INodeProperties[];
	/** @throws {ParameterError} "selected" without an id, which would not mean "all" */
	readonly read: (parameters: Parameters) => IdScope<Kind>;
	/** The ids of a slice as the fields hold them. */
	readonly ofSlice: (slice: { readonly ids?: readonly string[] }) => IDataObject;
}

/** The scope "all", ... "selected" with the two fields for ids below it. */
export function idScope<Kind extends string>({
	options,
	description,
	...ids
}: ScopeDeclaration<Kind | 'all'>): IdScopeFields<Kind | 'all'> {
	const { one } = ids;
	const title = `${titleOf(one)}s`;
	const name = `${one}Scope`;
	const selected = {
		name: 'Selected',
		value: SELECTED,
		description: `Only ${one}s that you choose`,
	} as const;
	const offered = [...options, selected];
	const scope = choiceField<Kind | 'all' | typeof SELECTED>({
		displayName: title,
		name,
		type: 'options',
		options: offered,
		default: 'all',
		description,
	});
	const chosen = idFields(ids);
	const onlySelected = { displayOptions: { show: { [name]: [SELECTED] } } };
	return {
		fields: [scope.field, { ...chosen.list, ...onlySelected }, { ...chosen.text, ...onlySelected }],
		read: (parameters) => {
			const kind = scope.read(parameters);
			if (kind !== SELECTED) return { kind: kind as Exclude<Kind | 'all', typeof SELECTED>, ids: undefined };
			const chosenIds = chosen.read(parameters);
			if (chosenIds.length > 0) return { kind: SELECTED, ids: chosenIds };
			throw new ParameterError(
				chosen.list.displayName,
				`${title} is Selected, but ${chosen.list.displayName} is empty.`,
				`Choose ${one}s, or set ${title} to All.`,
			);
		},
		ofSlice: (slice) =>
			slice.ids === undefined ? { [name]: 'all' } : { [name]: SELECTED, [`${one}Ids`]: [...slice.ids] },
	};
}

function titleOf(one: string): string {
	return one.charAt(0).toUpperCase() + one.slice(1);
}
