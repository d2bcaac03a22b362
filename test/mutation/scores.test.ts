import { describe, expect, it } from '@jest/globals';

import { readTable, tableOf } from './page';
import { roomOf, sourcesOf, testsOf } from './rooms';
import { percent, scoresOf, survivorsOf, type Report } from './scores';

const mutant = (status: string, line = 1) => ({
	mutatorName: 'BooleanLiteral',
	replacement: 'false',
	status,
	location: { start: { line, column: 11 }, end: { line, column: 15 } },
});
const source = 'const a = true;\nconst b = true;';
const report: Report = {
	files: {
		'connector/pages/a.ts': {
			source,
			mutants: ['Killed', 'Timeout', 'Ignored'].map((status) => mutant(status)),
		},
		'connector/pages/b.ts': { source, mutants: [mutant('Survived', 2)] },
		'connector/job.ts': { source, mutants: [mutant('NoCoverage')] },
	},
};
const scores = [
	{ room: 'connector/pages', killed: 2, timedOut: 1, survived: 1, date: '2026-11-30' },
	{ room: 'connector/job.ts', killed: 0, timedOut: 0, survived: 1, date: '2026-11-30' },
];

it('counts by room, time-outs as killed, and what was left out not at all', () => {
	expect(scoresOf(report, '2026-11-30')).toEqual(scores);
	expect(scores.map((score) => percent(score))).toEqual(['66.7 %', '0.0 %']);
	expect(percent({ killed: 0, survived: 0 })).toBe('n/a');
});

it('lists what no test has seen, by its place', () => {
	expect(survivorsOf(report)).toEqual([
		'connector/pages/b.ts:2 BooleanLiteral: true -> false',
		'connector/job.ts:1 BooleanLiteral: true -> false (no test comes here)',
	]);
});

it('reads the table that it wrote, rooms only', () => {
	const table = tableOf(scores);
	expect(readTable(table)).toEqual([...scores].reverse());
	expect(table).toContain('| All rows of connector | 4 | 2 | 1 | 2 | 50.0 % |');
});

describe('a sample', () => {
	const score = { killed: 140, timedOut: 2, survived: 10, date: '2026-12-01' };
	const sampled = { ...score, room: 'nodes/shared/report', sample: { of: 2310, seed: 2 } };

	it('counts for the place that it was drawn from, which has the others too', () => {
		const others = [1, 2, 3].map((line) => ({
			...mutant('Ignored', line),
			statusReason: 'not in the sample',
		}));
		const files = { ...report.files, 'connector/clock.ts': { source, mutants: others } };
		expect(scoresOf({ files }, '2026-11-30', { place: 'connector', seed: 7 })).toEqual([
			{
				room: 'connector',
				killed: 2,
				timedOut: 1,
				survived: 2,
				date: '2026-11-30',
				sample: { of: 7, seed: 7 },
			},
		]);
	});

	it('is none where it holds all mutants', () => {
		expect(scoresOf(report, '2026-11-30', { place: 'connector', seed: 1 })[0]).not.toHaveProperty('sample');
	});

	it("comes with Wilson's interval", () => {
		expect(percent(sampled)).toBe('93.3 % (88.2-96.3 %)');
		expect(percent({ ...sampled, killed: 150, survived: 0 })).toBe('100.0 % (97.5-100.0 %)');
	});

	it('weighs as much as its place, beside others', () => {
		const table = tableOf([sampled, { ...score, room: 'nodes/shared/output', killed: 2310, survived: 0 }]);
		expect(readTable(table)).toContainEqual(sampled);
		expect(table).toContain(
			'| `nodes/shared/report` | 150 of 2,310, seed 2 | 140 | 2 | 10 | 93.3 % (88.2-96.3 %) |',
		);
		expect(table).toContain(
			'| All rows of nodes/shared | 2460 of 4,620 | 2450 | 4 | 10 | 96.7 % (94.1-98.2 %) |',
		);
	});

	it('of a whole folder needs no sum beside it', () => {
		const table = tableOf([...scores, { ...sampled, room: 'connector' }]);
		expect(table).toContain('| `connector` | 150 of 2,310, seed 2 |');
		expect(table).not.toContain('All rows');
	});
});

it.each([
	['connector/pages/complete.ts', 'connector/pages', 'test/connector/pages'],
	['connector/pages/guards.ts', 'connector/pages', 'test/connector/pages/guards.test.ts'],
	['connector/job.ts', 'connector/job.ts', 'test/connector/job'],
	['connector/retry/retrier.ts', 'connector/retry', 'test/connector/retry'],
	['connector/events.ts', 'connector/events.ts', 'test/connector'],
	['nodes/Adfox/objects/list.ts', 'nodes/Adfox/objects', 'test/nodes/Adfox,test/nodes/oauth2.test.ts'],
	['nodes/shared/report/cursor.ts', 'nodes/shared/report', 'test/nodes/shared/report/cursor.test.ts'],
	['nodes/MyTarget/failure.ts', 'nodes/MyTarget/failure.ts', 'test/nodes/MyTarget/failure.test.ts'],
	[
		'nodes/MyTarget/object/kinds.ts',
		'nodes/MyTarget/object',
		'test/nodes/MyTarget,test/nodes/empty-files.test.ts',
	],
])('%s counts for %s and is tested by %s', (file, room, tests) => {
	expect(roomOf(file)).toBe(room);
	expect(testsOf(file).join()).toBe(tests);
	expect(sourcesOf(file)).toBe(file);
});

it('takes folders and files of the sources only', () => {
	expect(sourcesOf('connector/pages')).toBe('connector/pages/**/*.ts');
	for (const place of ['connectors', 'nodes', 'test/connector', 'connector/nothing'])
		expect(() => sourcesOf(place)).toThrow('is no folder or file below');
});
