import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { codeSpansOf, sectionsOf } from './markdown';

const root = join(__dirname, '..', '..');
const rooms = ['connector', 'contract', 'credentials', 'docs', 'examples', 'nodes', 'test'];

const documents = [
	...['README.md', 'README.ru.md', 'CONTRIBUTING.md', 'SECURITY.md', 'connector/README.md'],
	...['docs', 'docs/ru'].flatMap((folder) =>
		readdirSync(join(root, folder))
			.filter((name) => name.endsWith('.md'))
			.map((name) => `${folder}/${name}`),
	),
];

/** Paths of this repository among the words in backticks; `<Platform>` stands for many. */
function pathsIn(markdown: string): string[] {
	return sectionsOf(markdown)
		.flatMap(({ text }) => codeSpansOf(text))
		.filter((code) => /^[\w-]+\/[\w./-]*$/.test(code) && rooms.includes(code.replace(/\/.*/, '')));
}

it.each(documents)('the files that %s names are there', (document) => {
	// CONTRIBUTING names those of the example as if they lay in the repository.
	const isThere = (path: string) => ['', 'test/example'].some((base) => existsSync(join(root, base, path)));
	const missing = pathsIn(readFileSync(join(root, document), 'utf8')).filter((path) => !isThere(path));
	expect(missing).toEqual([]);
});

it('paths are found among other code', () => {
	expect(
		pathsIn('# Title\n`nodes/shared`, `nodes/<Platform>/api.ts`, `a/b`, `npm test`, [`test/host/`](x)'),
	).toEqual(['nodes/shared', 'test/host/']);
});
