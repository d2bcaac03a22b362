import { roomOf } from './rooms';

/** The part of StrykerJS's report (mutation-testing-report-schema) that is read here. */
export interface Report {
	readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
	readonly mutatorName: string;
	readonly replacement?: string;
	readonly status: string;
	readonly statusReason?: string;
	readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
	readonly line: number;
	readonly column: number;
}

export interface Score {
	readonly room: string;
	readonly killed: number;
	/** Those of the killed ones that made the tests hang; on a machine under load a slow test may be among them. */
	readonly timedOut: number;
	readonly survived: number;
	/** The day that it was measured on. */
	readonly date: string;
	/** Where some of the mutants were tried: of how many, and what they were drawn with. */
	readonly sample?: { readonly of: number; readonly seed: number };
}

/** A mutant that makes the tests hang is seen as well. */
const killed = new Set(['Killed', 'Timeout']);
const survived = new Set(['Survived', 'NoCoverage']);

/** By plugins.mjs. */
const NOT_DRAWN = 'not in the sample';

/**
 * What was measured, by room; a sample counts for the place that it was drawn from. What was left out on purpose is no
 * mutant.
 */
export function scoresOf(
	{ files }: Report,
	date: string,
	sample?: { readonly place: string; readonly seed: number },
): Score[] {
	const entries = Object.entries(files);
	const place = (file: string) => sample?.place ?? roomOf(file);
	const rooms = new Set(entries.map(([file]) => place(file)));
	return [...rooms].map((room) => {
		const all = entries.flatMap(([file, { mutants }]) => (place(file) === room ? mutants : []));
		const count = (of: ReadonlySet<string>) => all.filter(({ status }) => of.has(status)).length;
		const timedOut = count(new Set(['Timeout']));
		const score = { room, killed: count(killed), timedOut, survived: count(survived), date };
		const notDrawn = all.filter(({ statusReason }) => statusReason === NOT_DRAWN).length;
		if (sample === undefined || notDrawn === 0) return score;
		return { ...score, sample: { of: score.killed + score.survived + notDrawn, seed: sample.seed } };
	});
}

/** A line for each mutant that no test has seen. */
export function survivorsOf({ files }: Report): string[] {
	return Object.entries(files).flatMap(([file, { source, mutants }]) =>
		mutants
			.filter(({ status }) => survived.has(status))
			.map(({ location: { start, end }, replacement, mutatorName, status }) => {
				const line = source.split('\n')[start.line - 1] ?? '';
				const was = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
				const mark = status === 'NoCoverage' ? ' (no test comes here)' : '';
				return `${file}:${start.line} ${mutatorName}: ${was} -> ${replacement ?? ''}${mark}`;
			}),
	);
}

/** The share of killed mutants among all, with the borders that it lies between at 95 % where some were tried. */
interface Share {
	readonly share: number;
	readonly low: number;
	readonly high: number;
}

type Counted = Pick<Score, 'killed' | 'survived' | 'sample'>;

/** Standard deviations to both sides that hold 95 % of a normal distribution. */
const Z = 1.96;

/** Wilson's interval, which holds for shares near 100 % too. */
function shareOf({ killed, survived, sample }: Counted): Share {
	const tried = killed + survived;
	const share = killed / tried;
	if (sample === undefined) return { share, low: share, high: share };
	const centre = share + Z ** 2 / (2 * tried);
	const half = Z * Math.sqrt((share * (1 - share)) / tried + Z ** 2 / (4 * tried ** 2));
	const whole = 1 + Z ** 2 / tried;
	return { share, low: (centre - half) / whole, high: (centre + half) / whole };
}

/** Each room weighs as many mutants as it has; intervals are joined as Zou and Donner do (MOVER). */
function joined(scores: readonly Counted[]): Share {
	const rooms = scores
		.map((score) => ({ ...shareOf(score), weight: score.sample?.of ?? score.killed + score.survived }))
		.filter(({ weight }) => weight > 0);
	const all = rooms.reduce((sum, { weight }) => sum + weight, 0);
	const share = rooms.reduce((sum, room) => sum + (room.weight / all) * room.share, 0);
	const distance = (border: 'low' | 'high') =>
		Math.hypot(...rooms.map((room) => (room.weight / all) * (room.share - room[border])));
	return { share, low: share - distance('low'), high: share + distance('high') };
}

/** Of one room, or of several together. */
export function percent(...scores: readonly Counted[]): string {
	if (scores.every(({ killed, survived }) => killed + survived === 0)) return 'n/a';
	const { share, low, high } = joined(scores);
	const [text, from, to] = [share, low, high].map((value) => (100 * value).toFixed(1));
	return scores.some(({ sample }) => sample) ? `${text} % (${from}-${to} %)` : `${text} %`;
}
