import type { ICredentialType, IDisplayOptions, INodeProperties, INodeType } from 'n8n-workflow';

/**
 * What saved workflows and credentials depend on, as a text that a person can read and compare: names, types, defaults,
 * values and display conditions of every parameter. Labels and descriptions may change, so they are not in it.
 */
export function contractOfNode({ description, methods }: INodeType): string {
	const { name, version, inputs, outputs, properties, credentials = [] } = description;
	const lines = [
		`node ${name} version ${JSON.stringify(version)}`,
		`inputs ${JSON.stringify(inputs)}`,
		`outputs ${JSON.stringify(outputs)}`,
		...credentials.map(
			({ name: type, required = false, displayOptions }) =>
				`credential ${type}${required ? ', required' : ''}${shownWhen(displayOptions)}`,
		),
		...Object.entries(methods ?? {}).map(
			([kind, functions]) => `methods ${kind}: ${Object.keys(functions).sort().join(', ')}`,
		),
	];
	for (const [place, parameters] of byOperation(properties))
		lines.push('', place, ...parameters.flatMap((parameter) => linesOf(parameter, 1)));
	return `${lines.join('\n')}\n`;
}

export function contractOfCredential({ name, extends: parents = [], properties }: ICredentialType): string {
	const title = `credential ${[name, ...parents].join(' extends ')}`;
	return `${[title, ...properties.flatMap((property) => linesOf(property, 1))].join('\n')}\n`;
}

/** Parameters below "resource.operation"; those that belong to none, and the operations of a resource, come first. */
function byOperation(properties: readonly INodeProperties[]): Map<string, INodeProperties[]> {
	const places = new Map<string, INodeProperties[]>();
	for (const property of properties) {
		const { resource, operation, ...show } = property.displayOptions?.show ?? {};
		const place = [resource, operation].flatMap((values) => values?.join('|') ?? []).join('.');
		const displayOptions = { ...property.displayOptions, show };
		const parameters = places.get(place || 'all resources') ?? [];
		parameters.push({ ...property, displayOptions });
		places.set(place || 'all resources', parameters);
	}
	return places;
}

function linesOf(property: INodeProperties, depth: number): string[] {
	const { name, type, required = false, default: preset, typeOptions, displayOptions } = property;
	const { noDataExpression = false, allowArbitraryValues = false } = property;
	const facts = [
		type,
		...(required ? ['required'] : []),
		...(noDataExpression ? ['no expression'] : []),
		...(allowArbitraryValues ? ['other values allowed'] : []),
		`default ${JSON.stringify(preset)}`,
		...(typeOptions === undefined ? [] : [JSON.stringify(typeOptions)]),
	];
	const indent = '  '.repeat(depth);
	return [
		`${indent}${name}: ${facts.join(', ')}${shownWhen(displayOptions)}`,
		...(property.options ?? []).flatMap((option) => linesOfOption(option, depth + 1)),
		...(property.modes ?? []).map(({ name: mode, type: kind }) => `${indent}  mode ${mode}: ${kind}`),
	];
}

function linesOfOption(option: NonNullable<INodeProperties['options']>[number], depth: number): string[] {
	const indent = '  '.repeat(depth);
	if ('values' in option)
		return [`${indent}group ${option.name}`, ...option.values.flatMap((value) => linesOf(value, depth + 1))];
	if ('type' in option) return linesOf(option, depth);
	return 'value' in option ? [`${indent}= ${JSON.stringify(option.value)}`] : [];
}

function shownWhen(displayOptions: IDisplayOptions | undefined): string {
	const conditions = Object.entries(displayOptions ?? {}).flatMap(([kind, rules]) =>
		Object.entries((rules ?? {}) as Record<string, unknown>).map(
			([parameter, values]) => `${kind} ${parameter} in ${JSON.stringify(values)}`,
		),
	);
	return conditions.length === 0 ? '' : `, ${conditions.join(' and ')}`;
}
