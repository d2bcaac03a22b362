import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { circlesIn, grouped, importsOfFiles, upward, type Imports } from './imports';

/** The rooms of nodes/shared from the top floor down: a room imports rooms below it only. */
const FLOORS = [
	['execution'],
	['trigger'],
	['editor'],
	['report', 'request'],
	['platform'],
	['operations'],
	['output', 'errors'],
	['parameters'],
];

const imports = importsOfFiles(join(__dirname, '..', '..'), ['connector', 'nodes', 'credentials']);

const roomOf = (place: string) => (file: string) =>
	file.startsWith(`${place}/`) ? /^([^/]+)\/./.exec(file.slice(place.length + 1))?.[1] : undefined;

function graph(edges: Readonly<Record<string, readonly string[]>>): Imports {
	return new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));
}

describe('no two import each other in a circle', () => {
	it('files of connector/, nodes/ and credentials/', () => {
		expect(imports.size).toBeGreaterThan(100);
		expect(circlesIn(imports)).toEqual([]);
	});

	it('rooms of connector/', () => {
		const rooms = grouped(imports, roomOf('connector'));
		expect(rooms.size).toBeGreaterThan(5);
		expect(circlesIn(rooms)).toEqual([]);
	});

	it('rooms of nodes/shared/, where imports go down only', () => {
		const room = roomOf('nodes/shared');
		expect(grouped(imports, room).size).toBeGreaterThan(5);
		expect(upward(imports, room, FLOORS)).toEqual([]);
	});
});

describe('a circle that somebody puts in is found', () => {
	it('between two files, and over a third one', () => {
		expect(circlesIn(graph({ a: ['b'], b: ['c'], c: [] }))).toEqual([]);
		expect(circlesIn(graph({ a: ['b'], b: ['a'] }))).toEqual([['a', 'b']]);
		expect(circlesIn(graph({ a: ['b', 'd'], b: ['c'], c: ['a'], d: ['b'] }))).toEqual([['a', 'b', 'c', 'd']]);
	});

	it('two of them that touch, each on its own', () => {
		const edges = { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c', 'e'], e: [] };
		expect(circlesIn(graph(edges))).toEqual([
			['a', 'b'],
			['c', 'd'],
		]);
	});

	it('between rooms whose files are in none', () => {
		const files = graph({ 'x/up/a': ['x/down/b'], 'x/down/b': [], 'x/down/c': ['x/up/d'], 'x/up/d': [] });
		expect(circlesIn(files)).toEqual([]);
		expect(circlesIn(grouped(files, roomOf('x')))).toEqual([['down', 'up']]);
	});

	it('an import that goes up, or to a room on the same floor', () => {
		const files = graph({ 'x/up/a': ['x/down/b', 'y/z/a'], 'x/down/b': [], 'x/down/c': ['x/up/a'] });
		const [down, up] = ['x/up/a -> x/down/b', 'x/down/c -> x/up/a'];
		expect(upward(files, roomOf('x'), [['up'], ['down']])).toEqual([up]);
		expect(upward(files, roomOf('x'), [['up', 'down']])).toEqual([down, up]);
		expect(() => upward(files, roomOf('x'), [['up']])).toThrow('down');
	});
});
