import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** What a run without arguments goes through. */
export const everything = [
	'connector',
	'nodes/shared',
	'nodes/TargetAds',
	'nodes/YandexPromoPages',
	'nodes/MyTarget',
	'nodes/Adfox',
] as const;

/** The room that a file's score is counted for: a folder of the core or of a node, or a file that lies in none. */
export function roomOf(file: string): string {
	const depth = file.startsWith('connector/') ? 2 : 3;
	return file.split('/').slice(0, depth).join('/');
}

/** A glob of the sources in a folder, or a file. @throws Error where there is none */
export function sourcesOf(place: string): string {
	const path = join(root, place);
	if (!everything.some((whole) => place === whole || place.startsWith(`${whole}/`)) || !existsSync(path))
		throw new Error(`${place} is no folder or file below ${everything.join(', ')}.`);
	return statSync(path).isDirectory() ? `${place}/**/*.ts` : place;
}

/** What is tested through others. */
const testedIn: Readonly<Record<string, readonly string[]>> = {
	'nodes/MyTarget/error-body.ts': ['test/nodes/MyTarget/failure.test.ts'],
};

/**
 * What the nodes share is tested by itself, in the node whose tests are the quickest, and, what that one has no use for,
 * where it is used. What all platforms have alike is tested in one place.
 */
const inNodes: Readonly<Record<string, readonly string[]>> = {
	'nodes/TargetAds': ['test/nodes/empty-files.test.ts'],
	'nodes/YandexPromoPages': ['test/nodes/empty-files.test.ts', 'test/nodes/oauth2.test.ts'],
	'nodes/MyTarget': ['test/nodes/empty-files.test.ts'],
	'nodes/Adfox': ['test/nodes/oauth2.test.ts'],
	'nodes/shared': [
		'test/nodes/YandexPromoPages',
		'test/nodes/oauth2.test.ts',
		'test/nodes/credentials.test.ts',
		'test/nodes/Adfox/files.test.ts',
		'test/nodes/MyTarget/agency-editor.test.ts',
		'test/nodes/MyTarget/editor.test.ts',
		'test/nodes/MyTarget/request-bodies.test.ts',
		'test/nodes/MyTarget/values.test.ts',
	],
};

/**
 * The tests that are run against it, folders or one file: they are laid out like what they test. Those of a file of its
 * own name do alone, since all tests of a node come by what every answer goes through.
 */
export function testsOf(place: string): readonly string[] {
	const path = place.replace(/\.ts$/, '');
	const own = path.split('/').slice(0, 2).join('/');
	const known = [`test/${path}.test.ts`, `test/${own}`].find((tests) => existsSync(join(root, tests)));
	const elsewhere = known?.endsWith('.ts') ? [] : (inNodes[own] ?? []);
	return testedIn[place] ?? [known ?? 'test/connector', ...elsewhere];
}
