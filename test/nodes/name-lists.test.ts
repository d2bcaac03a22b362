import { expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { platforms } from '../platforms';
import { builtPackage } from '../setup/built-package';

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const sameOperation = (one: INodeProperties, other: INodeProperties) =>
	JSON.stringify([one.displayOptions?.show?.resource, one.displayOptions?.show?.operation]) ===
	JSON.stringify([other.displayOptions?.show?.resource, other.displayOptions?.show?.operation]);

const nodes = platforms.map(({ title, type }) => {
	const node = builtPackage().nodes.find(({ description }) => type.endsWith(`.${description.name}`))!;
	return { title, properties: node.description.properties };
});

/** Lists of names that a platform knows more of; IDs have another way in. */
const lists = nodes.flatMap(({ title, properties }) =>
	properties
		.filter(({ name, type }) => type === 'multiOptions' && !name.endsWith('Ids'))
		.map((list) => ({
			title: `${title}: ${String(list.displayOptions?.show?.operation)}, ${list.displayName}`,
			list,
			properties,
		})),
);

// The editor's list takes only what it offers, so what it lacks goes into a text of its own.
it.each(lists)('$title has a text for others beside it', ({ list, properties }) => {
	const { options = [] } = properties.find(
		(property) => property.name === 'options' && sameOperation(list, property),
	)!;
	expect(options.map(({ name }) => name)).toContain(`other${capital(list.name)}`);
});

it.each(nodes)('$title does not promise that names can be typed into a list', ({ properties }) => {
	expect(JSON.stringify(properties)).not.toContain('Type in names');
});
