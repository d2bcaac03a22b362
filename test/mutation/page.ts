import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { everything } from './rooms';
import { percent, type Score } from './scores';

const PAGE = join(__dirname, '..', '..', 'docs', 'reliability.md');
const BEGIN = '<!-- mutation: begin, written by "npm run mutation" -->';
const END = '<!-- mutation: end -->';

/** Puts what was measured between the markers of the page, beside what was measured before. */
export async function writeScores(measured: readonly Score[]): Promise<void> {
	const page = await readFile(PAGE, 'utf8');
	const begin = page.indexOf(BEGIN);
	const end = page.indexOf(END);
	if (begin < 0 || end < begin) throw new Error('docs/reliability.md has lost the markers of the scores.');
	const scores = new Map(readTable(page.slice(begin, end)).map((score) => [score.room, score]));
	for (const score of measured) scores.set(score.room, score);
	const text = [BEGIN, tableOf([...scores.values()]), END].join('\n\n');
	const { format, resolveConfig } = await import('prettier');
	const whole = page.slice(0, begin) + text + page.slice(end + END.length);
	await writeFile(PAGE, await format(whole, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

type Counted = 'killed' | 'timedOut' | 'survived';

const ROW =
	/^\| `([^`]+)` +\| \d+(?: of ([\d,]+), seed (\d+))? +\| (\d+) +\| (\d+) +\| (\d+) +\| [^|]+\| (\d{4}-\d{2}-\d{2})/gm;

/** What `tableOf` wrote. */
export function readTable(text: string): Score[] {
	return [...text.matchAll(ROW)].map(([, room, of, seed, killed, timedOut, survived, date]) => ({
		room: room!,
		killed: Number(killed),
		timedOut: Number(timedOut),
		survived: Number(survived),
		date: date!,
		...(of !== undefined && { sample: { of: Number(of.replaceAll(',', '')), seed: Number(seed) } }),
	}));
}

/** A row for each room, and one for each folder with all its rooms that were measured, unless it has its own. */
export function tableOf(scores: readonly Score[]): string {
	const rows = everything.flatMap((whole) => {
		const rooms = scores
			.filter(({ room }) => room === whole || room.startsWith(`${whole}/`))
			.sort((a, b) => (a.room < b.room ? -1 : 1));
		const isSummed = rooms.length > 1 && rooms[0]?.room !== whole;
		return [...rooms.map(row), ...(isSummed ? [rowOfAll(whole, rooms)] : [])];
	});
	const head = ['Folder', 'Mutants', 'Killed', 'Of them timed out', 'Survived', 'Score', 'Measured'];
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function row(score: Score): string[] {
	const { room, killed, timedOut, survived, sample, date } = score;
	const tried = `${killed + survived}${sample ? ` of ${grouped(sample.of)}, seed ${sample.seed}` : ''}`;
	return [`\`${room}\``, tried, ...[killed, timedOut, survived].map(String), percent(score), date];
}

function rowOfAll(whole: string, rooms: readonly Score[]): string[] {
	const total = (name: Counted) => rooms.reduce((sum, score) => sum + score[name], 0);
	const tried = total('killed') + total('survived');
	const of = rooms.reduce((sum, { killed, survived, sample }) => sum + (sample?.of ?? killed + survived), 0);
	const counts = [total('killed'), total('timedOut'), total('survived')].map(String);
	const mutants = tried === of ? String(tried) : `${tried} of ${grouped(of)}`;
	return [`All rows of ${whole}`, mutants, ...counts, percent(...rooms), ''];
}

function grouped(count: number): string {
	return count.toLocaleString('en');
}
