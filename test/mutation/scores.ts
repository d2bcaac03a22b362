import { roomOf } from './rooms';

/** The part of StrykerJS's report (mutation-testing-report-schema) that is read here. */
export interface Report {
	readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
	readonly mutatorName: string;
	readonly replacement?: string;
	readonly status: string;
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
}

/** A mutant that makes the tests hang is seen as well. */
const killed = new Set(['Killed', 'Timeout']);
const survived = new Set(['Survived', 'NoCoverage']);

/** What was measured, by room. What was left out on purpose is no mutant. */
export function scoresOf({ files }: Report, date: string): Score[] {
	const entries = Object.entries(files);
	const rooms = new Set(entries.map(([file]) => roomOf(file)));
	return [...rooms].map((room) => {
		const all = entries.flatMap(([file, { mutants }]) => (roomOf(file) === room ? mutants : []));
		const count = (of: ReadonlySet<string>) => all.filter(({ status }) => of.has(status)).length;
		const timedOut = count(new Set(['Timeout']));
		return { room, killed: count(killed), timedOut, survived: count(survived), date };
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

export function percent({ killed, survived }: Pick<Score, 'killed' | 'survived'>): string {
	const all = killed + survived;
	return all === 0 ? 'n/a' : `${((100 * killed) / all).toFixed(1)} %`;
}
