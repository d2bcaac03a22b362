import type { INodeProperties } from 'n8n-workflow';

import type { Choice } from './choice-field';
import { ParameterError } from './parameter-error';
import type { Parameters } from './parameters';
import { shown } from './shown';

/** Names of a platform as it writes them, with blanks between them: a list of thirty is read at a glance then. */
export function names(text: string): string[] {
	return text.trim().split(/\s+/);
}

type Known = string | Choice<string>;

/** Names in the order in which people look for them, each with its label and, where anything is known of it, its meaning. */
export function labelled(
	words: Readonly<Record<string, readonly [label: string, meaning?: string]>>,
): Choice<string>[] {
	return Object.entries(words).map(([value, [name, description]]) => ({
		name,
		value,
		...(description === undefined ? {} : { description }),
	}));
}

export const valuesOf = (known: readonly Known[]) =>
	known.map((each) => (typeof each === 'string' ? each : each.value));

interface ListField extends Pick<
	INodeProperties,
	'displayName' | 'name' | 'default' | 'description' | 'required'
> {
	/** The node's method that fills the list from the account, the known names among them. */
	readonly load?: string;
}

/**
 * A list of a platform's own names, chosen from those we know or given by an expression: the known ones are never all
 * there are.
 */
export function nameListField(known: readonly Known[], { load, ...field }: ListField): INodeProperties {
	return {
		...field,
		type: 'multiOptions',
		allowArbitraryValues: true,
		...(load === undefined
			? { options: known.map((name) => (typeof name === 'string' ? { name, value: name } : name)) }
			: { typeOptions: { loadOptionsMethod: load } }),
	};
}

/** The free text beside such a list, for the Options collection. */
export function otherNamesOption(displayName: string, name: string, what: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		description: `More ${what} under their API names, with commas between them`,
	};
}

interface NameListDeclaration extends ListField {
	readonly known: readonly Known[];
	readonly description: string;
	/** The text for more, since the editor's list takes only what it offers. `what` they are, in the plural. */
	readonly other: { readonly displayName: string; readonly name: string; readonly what: string };
	/**
	 * Names that are known to belong to something else, by what they are: `{ 'a column of Get Raw Data': rawColumns }`.
	 * They are refused, since the platform would answer them with empty columns or not at all. One that is known here too
	 * is taken.
	 */
	readonly elsewhere?: Readonly<Record<string, readonly string[]>>;
}

/** A list of names with the text for more beside it, and their reader. */
interface NameList {
	readonly field: INodeProperties;
	/** For the Options collection. */
	readonly other: INodeProperties;
	/** Those that the list offers. */
	readonly values: readonly string[];
	/** @throws {ParameterError} a name of something else, an id, or none where one is required */
	readonly read: (parameters: Parameters) => string[];
}

/** n8n's own words below a list of the account. */
const FROM_LIST =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

export function nameList({ known, other, elsewhere = {}, ...declared }: NameListDeclaration): NameList {
	const values = valuesOf(known);
	const { name, required = false, description, load } = declared;
	const sentences = [
		description.replace(/\.$/, ''),
		...(load === undefined ? [] : [FROM_LIST]),
		`More go into Options > ${other.displayName}.`,
	];
	const owners = new Map(
		Object.entries(elsewhere).flatMap(([owner, theirs]) => theirs.map((each) => [each, owner] as const)),
	);
	for (const value of values) owners.delete(value);
	return {
		field: nameListField(known, { ...declared, description: sentences.join('. ') }),
		other: otherNamesOption(other.displayName, other.name, other.what),
		values,
		read(parameters) {
			const read = required ? parameters.required(name, other.name) : parameters.list(name, other.name);
			const listed = new Set(parameters.list(name));
			for (const each of read) {
				// What the account itself has a name for may be called by a number.
				const isId = load === undefined && /^\d+$/.test(each);
				const what = isId ? 'an ID and no name' : owners.get(each);
				if (what !== undefined && !values.includes(each))
					throw refusal(parameters.displayName(listed.has(each) ? name : other.name), each, what);
			}
			return read;
		},
	};
}

function refusal(displayName: string, name: string, what: string): ParameterError {
	return new ParameterError(
		displayName,
		`${displayName} contains ${shown(name)}, which is ${what}.`,
		'Take it out. A choice made for another operation may have been carried along.',
	);
}
