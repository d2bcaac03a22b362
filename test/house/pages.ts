import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const root = join(__dirname, '..', '..');

/** For contributors, or measured anew by programs: in English only. */
const ENGLISH_ONLY = ['benchmarks.md', 'documented-requests.md', 'reliability.md'];

/** A page for users in both languages, as paths of the repository. */
export interface Page {
	readonly english: string;
	readonly russian: string;
}

export const readme: Page = { english: 'README.md', russian: 'README.ru.md' };

function pagesIn(folder: string): string[] {
	return readdirSync(join(root, folder))
		.filter((name) => name.endsWith('.md') && !ENGLISH_ONLY.includes(name))
		.sort();
}

export const pages: readonly Page[] = [
	readme,
	...pagesIn('docs').map((name) => ({ english: `docs/${name}`, russian: `docs/ru/${name}` })),
];

/** Pages of docs/ru that no English one goes with. */
export const orphans = pagesIn('docs/ru').filter((name) => !pagesIn('docs').includes(name));

export function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

/** What a link leads to, as a path of the repository; the address itself where it leads elsewhere. */
export function resolved(page: string, target: string): string {
	if (/^[a-z]+:/.test(target)) return target;
	const [path = '', anchor] = target.split('#');
	const file = path === '' ? page : posix.join(dirname(page), path);
	return anchor === undefined ? file : `${file}#${anchor}`;
}

/** Of a target, the page in English where it is one in Russian, and no place in it: headings are translated. */
export function languageless(target: string): string {
	return target
		.replace(/#.*/, '')
		.replace(/^docs\/ru\//, 'docs/')
		.replace(/^README\.ru\.md$/, 'README.md');
}

/** The place that a heading makes, as GitHub names it. */
export function anchorOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}

export function exists(path: string): boolean {
	const full = join(root, path);
	return !relative(root, full).startsWith('..') && existsSync(full);
}
