import { describe, expect, it, test } from '@jest/globals';

import { boldOf, codeSpansOf, type Section, sectionsOf, targetsOf } from './markdown';
import { anchorOf, exists, languageless, orphans, pages, read, readme, resolved } from './pages';

function codeOf(text: string): string[] {
	return codeSpansOf(text).sort();
}

/** What a translation leaves as it is. Within a sentence the order may change, so spans are sorted. */
function untranslated(page: string, { text, codeBlocks, tables }: Section) {
	const links = targetsOf(text).map((target) => languageless(resolved(page, target)));
	return {
		linksAndImages: links,
		commands: codeBlocks.map((code) => code.replace(/(?:^|\s+)#.*$/gm, '').trim()),
		codeInTables: tables.map((rows) => rows.map((cells) => cells.map(codeOf))),
		code: codeOf(text),
		fields: boldOf(text).sort(),
	};
}

describe.each(pages)('$russian goes with $english', ({ english, russian }) => {
	const original = sectionsOf(read(english));
	const translation = sectionsOf(read(russian));

	it('the same headings', () => {
		expect(translation.map(({ level }) => level)).toEqual(original.map(({ level }) => level));
		expect(original.length).toBeGreaterThan(0);
	});

	it('each leads to the other', () => {
		expect(targetsOf(read(english)).map((target) => resolved(english, target))).toContain(russian);
		expect(targetsOf(read(russian)).map((target) => resolved(russian, target))).toContain(english);
	});

	it.each(original.map((section, index) => [section.title, section, translation[index]!] as const))(
		'%s',
		(_title, section, translated) => {
			expect(untranslated(russian, translated)).toEqual(untranslated(english, section));
		},
	);
});

it('no page is there in Russian alone', () => {
	expect(orphans).toEqual([]);
});

const files = [...pages.flatMap(({ english, russian }) => [english, russian]), 'CONTRIBUTING.md'];

describe('links', () => {
	test.each(files)('%s: what it links to is there, headings too', (page) => {
		const targets = targetsOf(read(page))
			.map((target) => resolved(page, target))
			.filter((target) => !/^[a-z]+:/.test(target));
		expect(targets.length).toBeGreaterThan(0);
		const missing = targets.filter((target) => {
			const [path = '', anchor] = target.split('#');
			if (!exists(path)) return true;
			if (anchor === undefined) return false;
			return !sectionsOf(read(path)).some(({ title }) => anchorOf(title) === decodeURIComponent(anchor));
		});
		expect(missing).toEqual([]);
	});

	test.each(files)('%s: other addresses are written with https', (page) => {
		const addresses = targetsOf(read(page)).filter((target) => /^[a-z]+:/.test(target));
		expect(addresses.filter((address) => !address.startsWith('https://') || !URL.canParse(address))).toEqual(
			[],
		);
	});

	test.each([readme.english, readme.russian])('%s leads to every page', (page) => {
		const own = pages
			.map((one) => (page === readme.english ? one.english : one.russian))
			.filter((one) => one !== page);
		const linked = targetsOf(read(page)).map((target) => resolved(page, target).replace(/#.*/, ''));
		expect(own.filter((one) => !linked.includes(one))).toEqual([]);
	});
});

describe('commands', () => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

	test.each(files)('%s names scripts that there are', (page) => {
		const named = [...read(page).matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map(
			([, run, short]) => run ?? short!,
		);
		expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
	});

	test.each([readme.english, readme.russian, 'docs/install.md', 'docs/ru/install.md'])(
		'%s installs the file that npm run package makes',
		(page) => {
			const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string };
			const blocks = sectionsOf(read(page)).flatMap(({ codeBlocks }) => codeBlocks);
			expect(blocks.join('\n')).toContain('npm run package');
			expect(blocks.join('\n')).toContain(`npm install --legacy-peer-deps ./${name}-${version}.tgz`);
		},
	);
});

test.each([
	[readme.english, 12_000],
	[readme.russian, 20_000],
])('%s is short', (page, bytes) => {
	expect(Buffer.byteLength(read(page))).toBeLessThanOrEqual(bytes);
});
