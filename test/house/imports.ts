import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { preProcessFile } from 'typescript';

/** What imports what, by name. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** The imports between the files of some folders, those of types and in re-exports too; by paths below the root. */
export function importsOfFiles(root: string, folders: readonly string[]): Imports {
	const files = folders.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => join(folder, file)),
	);
	return new Map(files.map((file) => [file, new Set(importedBy(root, file))]));
}

function importedBy(root: string, file: string): string[] {
	const text = readFileSync(join(root, file), 'utf8');
	return preProcessFile(text, true, true)
		.importedFiles.map(({ fileName }) => fileName)
		.filter((name) => name.startsWith('.'))
		.map((name) => {
			const path = join(root, dirname(file), name);
			const found = [`${path}.ts`, join(path, 'index.ts')].find((candidate) => existsSync(candidate));
			if (found === undefined) throw new Error(`${file} imports ${name}, which is no file.`);
			return relative(root, found);
		});
}

/** The same imports between groups of files; what has no group is left out, and so is what stays within one. */
export function grouped(imports: Imports, groupOf: (file: string) => string | undefined): Imports {
	const groups = new Map<string, Set<string>>();
	for (const [file, imported] of imports) {
		const from = groupOf(file);
		if (from === undefined) continue;
		const to = groups.get(from) ?? new Set();
		groups.set(from, to);
		for (const other of imported) {
			const group = groupOf(other);
			if (group !== undefined && group !== from) to.add(group);
		}
	}
	return groups;
}

/**
 * Groups of more than one that all import each other, over whatever way: strongly connected components, by Tarjan's
 * algorithm. Whatever imports itself is one, too.
 */
export function circlesIn(imports: Imports): string[][] {
	const order = new Map<string, number>();
	const lowest = new Map<string, number>();
	const path: string[] = [];
	const circles: string[][] = [];
	const visit = (node: string) => {
		order.set(node, order.size);
		lowest.set(node, order.get(node)!);
		path.push(node);
		for (const next of imports.get(node) ?? []) {
			if (!order.has(next)) visit(next);
			if (path.includes(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!));
		}
		if (lowest.get(node) !== order.get(node)) return;
		const circle = path.splice(path.indexOf(node)).sort();
		if (circle.length > 1 || imports.get(node)?.has(node) === true) circles.push(circle);
	};
	for (const node of imports.keys()) if (!order.has(node)) visit(node);
	return circles.sort();
}

/**
 * Files that import one of a room that is not below theirs. @param floors from the top; rooms of one floor do not know
 * each other
 * @throws Error for a room that is on no floor
 */
export function upward(
	imports: Imports,
	roomOf: (file: string) => string | undefined,
	floors: readonly (readonly string[])[],
): string[] {
	const floorOf = (room: string) => {
		const floor = floors.findIndex((names) => names.includes(room));
		if (floor < 0) throw new Error(`The room ${room} has no floor.`);
		return floor;
	};
	const found: string[] = [];
	for (const [file, imported] of imports)
		for (const other of imported) {
			const [from, to] = [roomOf(file), roomOf(other)];
			if (from === undefined || to === undefined || from === to) continue;
			if (floorOf(to) <= floorOf(from)) found.push(`${file} -> ${other}`);
		}
	return found;
}
