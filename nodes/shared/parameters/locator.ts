import type { INodeProperties } from 'n8n-workflow';

interface LocatorDeclaration extends Pick<
	INodeProperties,
	'displayName' | 'name' | 'description' | 'required'
> {
	/** The node's method that lists what there is to choose. */
	readonly search: string;
	/** "Choose a campaign..." */
	readonly placeholder: string;
	/** What can be typed in instead: an ID, where nothing else is said. */
	readonly typed?: string;
	/** Of what can be typed in. */
	readonly example: string;
}

/** One object of the account: chosen from a list, or typed in. */
export function locatorField({
	search,
	placeholder,
	typed = 'ID',
	example,
	...field
}: LocatorDeclaration): INodeProperties {
	return {
		...field,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder,
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{ displayName: `By ${typed}`, name: 'id', type: 'string', placeholder: `e.g. ${example}` },
		],
	};
}

/**
 * The id that a resource locator holds, or what an expression gives in its place; '' when nothing is chosen. A number
 * beyond 2^53 lost digits on its way and would name another object, so it is written as what no id looks like.
 */
export function locatorId(value: unknown): string {
	const id: unknown = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	if (typeof id === 'number')
		return Number.isInteger(id) && !Number.isSafeInteger(id) ? id.toExponential() : String(id);
	return typeof id === 'string' ? id.trim() : '';
}
