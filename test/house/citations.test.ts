import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { citationsIn, labelsOf, proseOf, wrongCitations } from './citations';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const sheets = new Map(
	readdirSync(join(root, 'docs', 'platforms')).map((file) => [
		file.replace(/\.md$/, ''),
		labelsOf(read(join('docs', 'platforms', file))),
	]),
);
const files = ['connector', 'credentials', 'nodes', 'test']
	.flatMap((room) =>
		readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
	)
	// The tests below cite what no sheet has; the example of a platform has a sheet of its own.
	.filter((path) => path.endsWith('.ts') && !/^test.(house.citations|example)/.test(path));

describe('the fact sheets in docs/platforms', () => {
	test('have what the code cites of them', () => {
		const wrong = files.flatMap((path) =>
			wrongCitations(path, read(path), sheets).map((citation) => `${path}: ${citation}`),
		);
		expect(wrong).toEqual([]);
	});

	test.each([...sheets])('%s is cited, so the reader of citations does read', (platform, labels) => {
		const own = files.filter((path) => path.toLowerCase().includes(platform));
		const empty = new Map([[platform, new Set<string>()]]);
		const cited = new Set(own.flatMap((path) => wrongCitations(path, read(path), empty)));
		expect(cited.size).toBeGreaterThan(Math.min(20, labels.size / 4));
	});
});

describe('a citation', () => {
	it.each([
		['sections after "sheet"', 'Orders a job (sheet 3.7, 3.8).', ['3.7', '3.8']],
		['a range of sections', 'Direct reports (sheet 3.4 to 3.6).', ['3.4', '3.6']],
		['a whole section', 'Lists are incomplete (sheet section 4), and', ['4']],
		['several whole sections', 'The object API (sheet, sections 1 to 4).', ['1', '4']],
		['a section at the third depth', 'An envelope (sheet 3.0.2).', ['3.0.2']],
		['a section at the end of a sentence', 'As in sheet 3.4. 5 rows', ['3.4']],
		['a section and a label', 'Placements (sheet 3.1, T12).', ['3.1', 'T12']],
		['a section and a trap', 'What is refused (sheet 3.17, trap 41)', ['3.17', 'trap 41']],
		['a label after "sheet"', 'Envelopes (sheet T3) are judged', ['T3']],
		['a label in brackets', 'A past period has others (S8).', ['S8']],
		['a label that begins a remark in brackets', 'In Moscow (T15 takes it for likely).', ['T15']],
		['labels that begin a title', 'S12, T25: delivers each row once', ['S12', 'T25']],
		['labels that begin a comment', 'E2 to E4: an entry is an object', ['E2', 'E4']],
		['a label that is the comment', 'E6', ['E6']],
		['traps', 'excludes page mode (traps 3, 4). Up to 200 ids (trap 6).', ['trap 3', 'trap 4', 'trap 6']],
		['entries of a list', 'trap 7.1, 14; 7.2, 1: gives', ['7.1', '7.1, 14', '7.2', '7.2, 1']],
		['an entry after "sheet"', 'a careless parser (sheet, 6, 5)', ['6', '6, 5']],
		['a section that begins a title', '4.3: suggests the other header', ['4.3']],
	])('%s', (_name, prose, cited) => {
		expect(citationsIn(prose, false)).toEqual(cited);
	});

	it.each([
		['in brackets', 'Totals of a period (3.20, trap 45).', ['3.20', 'trap 45']],
		['after "section"', 'are unknown (section 7, 6 and 8),', ['7', '7, 6', '7, 8']],
		['after "of"', 'The bodies are those of 3.11: `ErrorCode`', ['3.11']],
	])('%s, where the file has a sheet of its own', (_name, prose, cited) => {
		expect(citationsIn(prose, true).sort()).toEqual([...cited].sort());
		expect(citationsIn(prose, false)).toEqual(cited.filter((citation) => citation.startsWith('trap')));
	});

	it.each([
		'a pre-signed link of an S3 storage',
		'S3 storage, in-memory mode and the database',
		'T00:00:00Z is midnight, and T10:00 is not',
		'no id has a blank, so a column copied from a sheet is understood',
		'waits 1.5 s (4.5 s at most), half of the cap',
		'127.0.0.1:80 refused the connection',
		'100 % of the rows (2,345) on 3 pages',
		'SPH-T20BT and %C2%E5',
	])('is not seen in "%s"', (prose) => {
		expect(citationsIn(prose, true)).toEqual([]);
	});
});

describe('prose of a file', () => {
	it('is its comments, joined over their lines, and its texts of several words', () => {
		const source = [
			'/**',
			' * Envelopes (sheet',
			' * T3).',
			' */',
			"const url = 'https://host/'; // As sent",
			'// by clients (S9).',
			"it('T12: takes ids', () => /['`]/.test('E17')); /* E6 */",
		].join('\n');
		expect(proseOf(source)).toEqual([
			'Envelopes (sheet T3).',
			'As sent by clients (S9).',
			'T12: takes ids',
			'E6',
		]);
	});
});

describe('a sheet', () => {
	const sheet = [
		'# Title',
		'## 3. Endpoints',
		'#### 3.0.1 Parameters',
		'| T1  | a trap |',
		'## 6. Known traps',
		'### 6.1 Requests',
		'1. one',
		'2. another',
		'### 6.2 Answers',
		'2. with the number of the one above',
		'3. the last one',
		'## Unknown',
		'1. out of reach',
	].join('\n');

	it('has sections, rows, entries of lists, and traps that no other has the number of', () => {
		expect([...labelsOf(sheet)]).toEqual([
			'3',
			'3.0.1',
			'T1',
			'6',
			'6.1',
			'6.1, 1',
			'trap 1',
			'6.1, 2',
			'6.2',
			'6.2, 2',
			'6.2, 3',
			'trap 3',
		]);
	});

	const both = new Map([
		['targetads', new Set(['3.4', 'T1'])],
		['mytarget', new Set(['1.8', 'trap 43'])],
	]);

	it('is told from the path, and misses what another one has', () => {
		const source = '// A page (sheet 3.4, trap 43), T1 aside (T1).';
		expect(wrongCitations('nodes/TargetAds/api.ts', source, both)).toEqual(['trap 43']);
		expect(wrongCitations('test/sandbox/mytarget/route.ts', source, both)).toEqual(['3.4', 'T1']);
	});

	it('may be any of them for a file of no platform', () => {
		const source = "it('T1: is read once (trap 43)', () => {}); // as sheet 1.9 says";
		expect(wrongCitations('connector/pages/guards.ts', source, both)).toEqual(['1.9']);
	});
});
