import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { n8n } from '../../package.json';
import { platforms } from '../platforms';
import { ofFile } from '../support/of-file';
import { newest } from './install/releases';
import { startHost } from './support/host';
import { template } from './support/template';

interface Codex {
	categories: string[];
	alias?: string[];
}

interface ServedType {
	name: string;
	iconUrl: { light: string; dark: string };
	codex?: Codex;
}

const nodeNames = platforms.map(({ type }) => type).sort();
const credentialNames = platforms.map(({ credentialType }) => credentialType).sort();
const prefix = 'n8n-nodes-ru-ads.';

const host = ofFile(async () => startHost());
let nodes: ServedType[];
let credentials: ServedType[];

async function served(path: string): Promise<ServedType[]> {
	return (await (await host.rest.raw('GET', path)).json()) as ServedType[];
}

beforeAll(async () => {
	nodes = (await served('/types/nodes.json')).filter(({ name }) => name.startsWith(prefix));
	credentials = (await served('/types/credentials.json')).filter(({ name }) =>
		credentialNames.includes(name),
	);
});

/** Paths of the files below a folder, those of its own dependencies left out. */
function filesOf(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
		.filter((path) => !path.startsWith('node_modules'))
		.sort();
}

describe('the packed package in n8n', () => {
	it('brings its nodes, also as tools, and its credentials', () => {
		expect(nodes.map(({ name }) => name).sort()).toEqual(
			nodeNames.flatMap((name) => [name, `${name}Tool`, `${name}Trigger`]).sort(),
		);
		expect(credentials.map(({ name }) => name).sort()).toEqual(credentialNames);
	});

	it('brings icons for light and dark editors, which n8n serves', async () => {
		const urls = [...nodes, ...credentials].flatMap(({ iconUrl }) => [iconUrl.light, iconUrl.dark]);
		// A node, its tool, its trigger and its credential, each for light and dark.
		expect(urls).toHaveLength(4 * 2 * nodeNames.length);
		const contents = new Map<string, string>();
		for (const url of new Set(urls)) {
			const answer = await host.rest.raw('GET', `/${url}`);
			expect([url, answer.status]).toEqual([url, 200]);
			expect(answer.headers.get('content-type')).toContain('image/svg+xml');
			contents.set(url, await answer.text());
		}
		for (const [url, content] of contents)
			expect([url, content]).toEqual([url, expect.stringMatching(/^<svg/)]);
		// Every platform has two of its own, for its node and for its credential.
		expect(new Set(contents.values()).size).toBe(2 * nodeNames.length);
	});

	it('brings words that the node panel is searched by', () => {
		for (const { name, codex } of nodes) {
			const file = readFileSync(
				join(
					__dirname,
					'..',
					'..',
					'nodes',
					folderOf(name),
					`${folderOf(name)}${name.endsWith('Trigger') ? 'Trigger' : ''}.node.json`,
				),
				'utf8',
			);
			const { categories, alias } = JSON.parse(file) as Codex;
			const isTool = name.endsWith('Tool');
			// The older lines make a codex of their own for a tool and leave the words out.
			const words = isTool && host.version !== newest ? undefined : alias;
			expect([name, codex?.alias]).toEqual([name, words]);
			expect(codex?.categories).toEqual(isTool ? ['AI'] : categories);
		}
	});

	it('is the content of the tarball: no test, no source', () => {
		const packed = join(template().folder, 'packed');
		const [tarball] = readdirSync(packed);
		const listed = execFileSync('tar', ['-tzf', join(packed, tarball!)], { encoding: 'utf8' })
			.split('\n')
			.filter((path) => path !== '')
			.map((path) => path.replace(/^package\//, ''))
			.sort();
		const installed = filesOf(join(host.userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-ru-ads'));
		expect(installed).toEqual(listed);
		expect(installed).toEqual(
			expect.arrayContaining([...n8n.nodes, ...n8n.credentials].map((file) => join(file))),
		);
		expect(installed.filter((path) => /(^|[\\/])test[\\/]|\.(ts|mjs|map)$/.test(path))).toEqual([]);
		expect(new Set(installed.map((path) => path.split(/[\\/]/)[0]))).toEqual(
			new Set(['LICENSE', 'README.md', 'README.ru.md', 'dist', 'package.json']),
		);
	});
});

function folderOf(nodeType: string): string {
	const name = nodeType.slice(prefix.length).replace(/(Tool|Trigger)$/, '');
	return name.charAt(0).toUpperCase() + name.slice(1);
}
