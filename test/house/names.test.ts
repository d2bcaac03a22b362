import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { platforms } from '../platforms';

const root = join(__dirname, '..', '..');

/** The next platform would have to be added wherever one is named, so these rooms name none. */
const closed = [
	...[
		'connector',
		'nodes/shared',
		'test/connector',
		'test/nodes/shared',
		'test/nodes/support',
		'test/sandbox/frame',
	],
	...['test/contract', 'test/engine', 'test/faults', 'test/fuzz', 'test/security', 'test/setup', 'test/soak'],
	'test/support',
];

/**
 * Tests in these rooms may need one platform to show something on. They import what is known of it, or have its name, and
 * name no other.
 */
const open = ['bench', 'demo', 'host', 'house', 'sandbox'].map((room) => `test/${room}`);

/** What else names a platform, and why nobody has to look there for the next one. */
const exceptions: Readonly<Record<string, string>> = {
	'test/bench/contender/sample_loop.py': 'the loop of its documents',
	'test/bench/contender/task.ts': 'what the contenders do is measured on one platform',
	'test/bench/measurements/growth.ts': 'the kinds of answers that grow',
	'test/bench/measurements/index.ts': 'the measurements by their names',
	'test/bench/measurements/items.ts': 'a contender is named after it',
	'test/bench/measurements/stop.ts': 'the phases that are stopped, each where it is',
	'test/bench/server/main.ts': 'the accounts that contenders read',
	'test/bench/server/publishers.ts': 'the account with several publishers',
	'test/bench/server/rows.ts': 'the rows of that platform',
	'test/demo/demo.test.ts': 'examples by their names',
	'test/host/data-table.test.ts': 'few rows of an example, for n8n writes them one by one',
	'test/host/performance.test.ts': 'what one of the platforms corrects overnight',
	'test/host/queue/loads.ts': 'tables of an example',
	'test/host/queue/queue.test.ts': 'the account that a workflow of the stack is for',
	'test/host/queue/slice-load.ts': 'an example and its tables',
	'test/house/arrows.test.ts': 'paths that are tried on the rules',
	'test/house/citations.test.ts': 'paths that are tried on the reader',
	'test/sandbox/frame/faults/content.ts': 'a refusal without a body has that of one platform',
};

/** All spellings of each: in code, in paths, in prose. */
const names = platforms.map(({ key, title, type, credentialType }) => {
	const texts = [key, type.replace(/.*\./, ''), credentialType.replace(/Api$/, ''), ...title.split(' / ')];
	return { key, pattern: new RegExp(texts.join('|').replace(/ /g, ' ?'), 'i') };
});

function filesIn(room: string): string[] {
	return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(root.length + 1)
				.replaceAll(sep, '/'),
		);
}

/** Keys of the platforms that a file names. @param allows whether a file may name those that it imports or is called by */
function namedIn(path: string, text: string, allows: boolean): string[] {
	const imports = [...text.matchAll(/^(?:import|export) [^;]*? from '([^']+)';/gm)].map(
		([, from = '']) => from,
	);
	return names
		.filter(({ pattern }) => pattern.test(text) || pattern.test(path))
		.filter(({ pattern }) => !allows || ![path, ...imports].some((own) => pattern.test(own)))
		.map(({ key }) => key);
}

function problemsOf(rooms: readonly string[], allows: boolean): string[] {
	const inClosedRoom = (path: string) => allows && closed.some((room) => path.startsWith(`${room}/`));
	return rooms
		.flatMap(filesIn)
		.filter((path) => !inClosedRoom(path))
		.flatMap((path) =>
			namedIn(path, readFileSync(join(root, path), 'utf8'), allows).map((key) => [path, key]),
		)
		.map(([path, key]) => `${path!} names ${key!}`);
}

describe('no platform is named', () => {
	const problems = [...problemsOf(closed, false), ...problemsOf(open, true)];
	const isException = (problem: string) =>
		Object.keys(exceptions).some((path) => problem.startsWith(`${path} `));

	it('where all of them are served', () => {
		expect(problems.filter((problem) => !isException(problem))).toEqual([]);
	});

	it('but in the exceptions', () => {
		const needless = Object.keys(exceptions).filter(
			(path) => !problems.some((problem) => problem.startsWith(`${path} `)),
		);
		expect(needless).toEqual([]);
	});
});

describe('a name', () => {
	it.each(platforms)('of $title is found in code and in prose, unless the file is its own', (platform) => {
		const { key, title, type, credentialType } = platform;
		for (const text of [
			`sandbox.${key}.token`,
			`// as ${title} wants it`,
			`'${type}'`,
			`{ ${credentialType}: {} }`,
		])
			expect([text, namedIn('test/host/x.ts', text, true)]).toEqual([text, [key]]);
		const own = `import { a } from '../platforms/${key.toLowerCase()}';\nfetch(${key});`;
		expect(namedIn('test/host/x.ts', own, true)).toEqual([]);
		expect(namedIn('test/faults/x.ts', own, false)).toEqual([key]);
		expect(namedIn(`test/sandbox/${key.toLowerCase()}-lists.test.ts`, `fetch(${key})`, true)).toEqual([]);
	});
});
