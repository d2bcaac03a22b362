import type { INodeProperties } from 'n8n-workflow';

/** Names of a platform as it writes them, with blanks between them: a list of thirty is read at a glance then. */
export function names(text: string): string[] {
	return text.trim().split(/\s+/);
}

/**
 * A list of a platform's own names, chosen from those we know or typed in: the known ones are never all there are.
 */
export function nameListField(
	known: readonly string[],
	field: Pick<INodeProperties, 'displayName' | 'name' | 'default' | 'description' | 'required'>,
): INodeProperties {
	return {
		...field,
		type: 'multiOptions',
		allowArbitraryValues: true,
		options: known.map((name) => ({ name, value: name })),
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
