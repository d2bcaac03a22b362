import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { platforms } from '../platforms';
import { builtPackage } from '../setup/built-package';

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const sameOperation = (one: INodeProperties, other: INodeProperties) =>
	JSON.stringify([one.displayOptions?.show?.resource, one.displayOptions?.show?.operation]) ===
	JSON.stringify([other.displayOptions?.show?.resource, other.displayOptions?.show?.operation]);

/** The editor's list takes only what it offers, so what it lacks goes into a text of its own. */
describe.each(platforms.map(({ title, type }) => ({ title, type })))('$title: names', ({ type }) => {
	const node = builtPackage().nodes.find(({ description }) => type.endsWith(`.${description.name}`))!;
	const { properties } = node.description;
	const lists = properties.filter(
		({ type: kind, options = [] }) => kind === 'multiOptions' && options.length > 0,
	);

	it('have a text for others beside every list', () => {
		for (const list of lists) {
			const options = properties.find(
				(property) => property.name === 'options' && sameOperation(list, property),
			);
			const others = options!.options!.map(({ name }) => name);
			expect([list.displayOptions?.show?.operation, others]).toEqual([
				list.displayOptions?.show?.operation,
				expect.arrayContaining([`other${capital(list.name)}`]),
			]);
		}
	});

	it('are not promised to be typed into the list, which takes none', () => {
		expect(JSON.stringify(properties)).not.toContain('Type in names');
	});
});
