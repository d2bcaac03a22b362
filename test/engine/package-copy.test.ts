import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { startEngine } from '.';
import { copyPackage, publish } from './package-copy';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'package-'));
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({ name: 'n8n-nodes-copied', files: ['dist.js'] }),
	);
	writeFileSync(join(folder, 'dist.js'), `exports.at = ${Date.now()}`);
	writeFileSync(join(folder, 'source.ts'), '');
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

const topOf = (copy: string) => dirname(dirname(copy));

/** A copy that was used two days ago last, and one made after that. */
function copyOfTwoDaysAgo(useAgain: boolean): { old: string; remove: () => void } {
	const old = copyPackage(folder);
	const then = new Date(Date.now() - 2 * 86_400_000);
	utimesSync(topOf(old), then, then);
	if (useAgain) copyPackage(folder);
	writeFileSync(join(folder, 'dist.js'), `exports.at = 'after ${Date.now()}'`);
	const latest = copyPackage(folder);
	const remove = () => {
		for (const copy of [old, latest]) rmSync(topOf(copy), { recursive: true, force: true });
	};
	return { old, remove };
}

describe('copyPackage', () => {
	it('copies what is packed, once for each content', () => {
		const copy = copyPackage(folder);
		expect(readdirSync(copy).sort()).toEqual(['dist.js', 'package.json']);
		expect(copyPackage(folder)).toBe(copy);
		writeFileSync(join(folder, 'dist.js'), 'exports.at = "another build"');
		const another = copyPackage(folder);
		expect(another).not.toBe(copy);
		rmSync(topOf(copy), { recursive: true });
		rmSync(topOf(another), { recursive: true });
	});

	it('says that a package is not built', () => {
		rmSync(join(folder, 'dist.js'));
		expect(() => copyPackage(folder)).toThrow('n8n-nodes-copied is not built: no dist.js');
	});

	it.each([false, true])('removes old copies that are not used (used: %s)', (used) => {
		const { old, remove } = copyOfTwoDaysAgo(used);
		expect(existsSync(old)).toBe(used);
		remove();
	});
});

describe('publish', () => {
	it('leaves the copy of another process in its place', () => {
		const [mine, other] = [join(folder, 'mine'), join(folder, 'final')];
		for (const path of [mine, other]) {
			mkdirSync(path);
			writeFileSync(join(path, 'by'), path);
		}
		publish(mine, other);
		expect(existsSync(mine)).toBe(false);
		expect(readFileSync(join(other, 'by'), 'utf8')).toBe(other);
	});
});

describe('startEngine', () => {
	it('refuses a package that brings an n8n-workflow of its own', async () => {
		const own = join(folder, 'node_modules', 'n8n-workflow');
		mkdirSync(own, { recursive: true });
		writeFileSync(join(own, 'index.js'), '');
		const packageJson = { name: 'n8n-nodes-copied', files: ['node_modules'], n8n: {} };
		writeFileSync(join(folder, 'package.json'), JSON.stringify(packageJson));
		await expect(startEngine({ packageFolder: folder })).rejects.toThrow('another n8n-workflow');
		rmSync(topOf(copyPackage(folder)), { recursive: true });
	});
});
