import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { INodePropertyOptions, INodeType } from 'n8n-workflow';
import { platforms } from '../platforms';
import { builtPackage } from '../setup/built-package';
import { boldOf, codeSpansOf, type Section, sectionsOf, targetsOf } from './markdown';

const root = join(__dirname, '..', '..');
const files = { english: 'README.md', russian: 'README.ru.md' };
const english = readFileSync(join(root, files.english), 'utf8');
const russian = readFileSync(join(root, files.russian), 'utf8');
const englishSections = sectionsOf(english);
const russianSections = sectionsOf(russian);

/** Sections in pairs, named by the English title; the test of the headings guards that the pairs fit. */
const pairs = englishSections.map((section, index): [string, Section, Section] => {
	const translated = russianSections[index];
	if (translated === undefined) throw new Error(`README.ru.md has no section for "${section.title}".`);
	return [section.title, section, translated];
});

function codeOf(text: string): string[] {
	return codeSpansOf(text).sort();
}

/** What a translation leaves as it is. Within a sentence the order may change, so spans are sorted. */
function untranslated({ title, text, codeBlocks, tables }: Section) {
	return {
		linksAndImages: targetsOf(text).filter((target) => !Object.values(files).includes(target)),
		commands: codeBlocks.map((code) => code.replace(/(?:^|\s+)#.*$/gm, '').trim()),
		codeInTables: tables.map((rows) => rows.map((cells) => cells.map(codeOf))),
		code: codeOf(text),
		// Bold are the editor's fields; only the introduction has the names of the platforms so, which are translated.
		fields: title === 'n8n-nodes-ru-ads' ? [] : boldOf(text).sort(),
	};
}

describe('README.ru.md goes with README.md', () => {
	test('the same headings', () => {
		expect(russianSections.map(({ level }) => level)).toEqual(englishSections.map(({ level }) => level));
	});

	test('each leads to the other', () => {
		expect(targetsOf(english)).toContain(files.russian);
		expect(targetsOf(russian)).toContain(files.english);
	});

	test.each(pairs)('%s', (_title, original, translation) => {
		expect(untranslated(translation)).toEqual(untranslated(original));
	});
});

test.each([
	[files.english, english, 'LICENSE'],
	[files.russian, russian, 'LICENSE'],
	['CONTRIBUTING.md', readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'), 'test/example'],
])('%s: what it links to is there', (_file, markdown, known) => {
	const relative = targetsOf(markdown).filter((target) => !/^(?:[a-z]+:|#)/.test(target));
	const missing = relative.filter((target) => !existsSync(join(root, target.replace(/#.*/, ''))));
	expect(relative).toContain(known);
	expect(missing).toEqual([]);
});

/** "Resource: Operation" as the editor's two dropdowns show them. */
function operationsOfNode({ description: { properties } }: INodeType): string[] {
	const choices = (name: string) => properties.filter((property) => property.name === name);
	const options = (property: (typeof properties)[number]) => property.options as INodePropertyOptions[];
	const resources = new Map(
		choices('resource')
			.flatMap(options)
			.map(({ value, name }) => [value, name]),
	);
	return choices('operation').flatMap((property) =>
		(property.displayOptions?.show?.resource ?? []).flatMap((resource) =>
			options(property).map(({ name }) => `${String(resources.get(resource as string))}: ${name}`),
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

const { nodes } = builtPackage();

describe.each([
	[files.english, englishSections],
	[files.russian, russianSections],
])('%s: the operations are those of the editor', (_file, sections) => {
	test.each(platforms.filter(({ isInReadme }) => isInReadme))('$title', ({ title, type }) => {
		const node = nodes.find(({ description: { name } }) => type.endsWith(`.${name}`))!;
		const table = sections.find((section) => section.title === title)?.tables[0] ?? [];
		expect(operationsOfTable(table).sort()).toEqual(operationsOfNode(node).sort());
	});
});
