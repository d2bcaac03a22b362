/** Days are whole numbers since 1970-01-01; texts are YYYY-MM-DD. */

export const SECONDS_PER_DAY = 86_400;
// A global is slow to look up under jest; see `hash.ts`.
const { floor } = Math;

const MS_PER_DAY = SECONDS_PER_DAY * 1000;

/** The day of a text; undefined for another form and for days that do not exist (2024-02-30). */
export function dayOf(text: string): number | undefined {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
	const time = Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(time)) return undefined;
	const day = time / MS_PER_DAY;
	return dayText(day) === text ? day : undefined;
}

/** The day of a text that has to be one. Errors: RangeError. */
export function knownDay(text: string): number {
	const day = dayOf(text);
	if (day === undefined) throw new RangeError(`${text} is no day (YYYY-MM-DD)`);
	return day;
}

export function dayText(day: number): string {
	let text = dayTexts.get(day);
	if (text === undefined) {
		text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
		dayTexts.set(day, text);
	}
	return text;
}

/** Every row names its day, and reports know few of them. */
const dayTexts = new Map<number, string>();

/** HH:MM:SS */
export function timeText(second: number): string {
	const minute = floor(second / 60);
	return `${TWO_DIGITS[floor(minute / 60)]!}:${TWO_DIGITS[minute % 60]!}:${TWO_DIGITS[second % 60]!}`;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** The day at a moment, given in milliseconds, in a zone that is `offsetHours` ahead of UTC. */
export function dayAt(time: number, offsetHours: number): number {
	return floor((time + offsetHours * 3_600_000) / MS_PER_DAY);
}

/** YYYY-MM-DDTHH:MM:SSZ */
export function utcText(time: number): string {
	return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** 0 is Monday. */
export function weekday(day: number): number {
	return (((day + 3) % 7) + 7) % 7;
}
