import { describe, expect, it, test } from '@jest/globals';
import type { INodePropertyOptions, INodeType } from 'n8n-workflow';

import { platforms } from '../platforms';
import { builtPackage } from '../setup/built-package';
import { sectionsOf } from './markdown';
import { pages, read, readme } from './pages';

const { nodes } = builtPackage();
const shown = platforms.filter(({ isInReadme }) => isInReadme);
const languages = ['english', 'russian'] as const;

function nodeOf(type: string): INodeType {
	return nodes.find(({ description: { name } }) => type.endsWith(`.${name}`))!;
}

/** The name of each resource in the editor, by its value. */
function resourcesOf({ description: { properties } }: INodeType): ReadonlyMap<unknown, string> {
	const options = properties
		.filter(({ name }) => name === 'resource')
		.flatMap((property) => property.options as INodePropertyOptions[]);
	return new Map(options.map(({ value, name }) => [value, name]));
}

/** "Resource: Operation" as the editor's two dropdowns show them. */
function operationsOfNode(node: INodeType): string[] {
	const resources = resourcesOf(node);
	return node.description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap((property) =>
			(property.displayOptions?.show?.resource ?? []).flatMap((resource) =>
				(property.options as INodePropertyOptions[]).map(
					({ name }) => `${resources.get(resource)!}: ${name}`,
				),
			),
		);
}

/** An empty first cell stands for the resources of the row above. */
function operationsOfTable(rows: string[][]): string[] {
	let above = '';
	return rows.slice(1).flatMap(([resources = '', operations = '']) => {
		above = resources === '' ? above : resources;
		return above
			.split(', ')
			.flatMap((resource) => operations.split(', ').map((operation) => `${resource}: ${operation}`));
	});
}

describe.each(languages)(
	'the pages of the platforms, %s: the operations are those of the editor',
	(language) => {
		test.each(shown)('$title', ({ title, type }) => {
			const all = pages.map((page) => sectionsOf(read(page[language])));
			const page = all.find(([first]) => first?.title === title) ?? [];
			const [table = []] = page.flatMap(({ tables }) => tables);
			expect(operationsOfTable(table).sort()).toEqual(operationsOfNode(nodeOf(type)).sort());
		});
	},
);

/** API Request is told of below the table. Reports that are ordered change no ad. */
const BESIDE = ['request', 'report'];

describe.each(languages)('the table of the README, %s', (language) => {
	const tables = sectionsOf(read(readme[language])).flatMap((section) => section.tables);
	const rows = tables.find(([header]) => /^(Reads|Читает)$/.test(header?.[1] ?? '')) ?? [];

	it.each(shown)('$title: every resource, and what of it can be changed', ({ title, type, sources }) => {
		const [, reads = '', changes = ''] = rows.find(([platform]) => platform!.startsWith(`[${title}]`))!;
		const resources = resourcesOf(nodeOf(type));
		const named = (cell: string) => cell.split(', ').filter((name) => name !== '');
		const all = [...new Set([...named(reads), ...named(changes)])];
		const { request: _request, ...others } = Object.fromEntries(resources) as Record<string, string>;
		expect(all.sort()).toEqual(Object.values(others).sort());
		const written = sources()
			.node.operations.filter(({ resource, writes }) => writes({}) && !BESIDE.includes(resource))
			.map(({ resource }) => resources.get(resource)!);
		expect(named(changes).sort()).toEqual([...new Set(written)].sort());
	});
});
