import { SECONDS_PER_DAY } from '../../frame/calendar';
import { below, fraction, mix } from '../../frame/hash';
import { takes, type TargetEvent } from '../target-events';

import { CLICK, IMPRESSION, INTERACTION_TYPES } from './cells';
import { orderOf } from './goods';
import type { Day, OpenDay } from './listing';

/** One touchpoint of one target event. */
export interface PathLine {
	readonly event: TargetEvent;
	/** What the fields of the target event are made from. */
	readonly eventState: number;
	readonly length: number;
	/** 1 is the first touchpoint. */
	readonly position: number;
	readonly touchDay: number;
	readonly touchSecond: number;
	/** Number of the touched placement, 0 for none. */
	readonly number: number;
	readonly type: number;
}

export interface PathFilter {
	readonly eventTypes?: readonly string[];
	readonly eventNames?: readonly string[];
	readonly itemCategories?: readonly string[];
	/** Days of the touchpoints, inclusive. */
	readonly touchFrom?: number;
	readonly touchTo?: number;
	/** Interaction types of the touchpoints. */
	readonly touchTypes?: readonly string[];
	/** Numbers of the touched placements. */
	readonly numbers?: ReadonlySet<number>;
}

export interface PathSource {
	readonly seed: number;
	readonly events: readonly TargetEvent[];
	readonly placements: number;
	/** Target events of an average day. */
	readonly eventsPerDay: number;
}

const HOURS = 24;
const LONGEST_PATH = 5;

/** Longest pause between two touchpoints. */
const LONGEST_PAUSE = 4 * SECONDS_PER_DAY;

/** The touchpoints of the target events of one day; events in the order of their hour, touchpoints by position. */
export class PathDay implements Day<PathLine> {
	private starts?: readonly number[];

	constructor(
		private readonly source: PathSource,
		private readonly day: number,
		private readonly filter: PathFilter,
	) {}

	get total(): number {
		return this.open().before(HOURS);
	}

	open(): OpenDay<PathLine> {
		this.starts ??= this.countHours();
		const starts = this.starts;
		return { parts: HOURS, before: (hour) => starts[hour]!, lines: (hour) => this.lines(hour) };
	}

	/** Lines before each hour, and at the end the total: filters make them uncomputable without making the lines. */
	private countHours(): number[] {
		const starts = [0];
		for (let hour = 0; hour < HOURS; hour++) {
			let size = 0;
			for (const _line of this.lines(hour)) size++;
			starts.push(starts[hour]! + size);
		}
		return starts;
	}

	private *lines(hour: number): Generator<PathLine, void> {
		const { source, filter } = this;
		for (const [kind, event] of source.events.entries()) {
			if (!takes(event, filter.eventTypes, filter.eventNames)) continue;
			const state = mix(mix(mix(mix(source.seed, 0x9a74), this.day), hour), kind);
			const mean = source.eventsPerDay / HOURS / source.events.length;
			const count = Math.floor(mean * 2 * fraction(state) + fraction(mix(state, 1)));
			for (let index = 0; index < count; index++) {
				const eventState = mix(mix(state, 2), index);
				if (!hasCategory(eventState, filter.itemCategories)) continue;
				for (const line of touchpoints(event, eventState, this.day, hour, source.placements)) {
					if (passes(line, filter)) yield line;
				}
			}
		}
	}
}

function touchpoints(
	event: TargetEvent,
	eventState: number,
	day: number,
	hour: number,
	placements: number,
): PathLine[] {
	const length = 1 + below(LONGEST_PATH, mix(eventState, 1));
	const lines: PathLine[] = [];
	let time = day * SECONDS_PER_DAY + hour * 3600 + below(3600, mix(eventState, 2));
	for (let position = length; position >= 1; position--) {
		const state = mix(mix(eventState, 3), position);
		time -= 1 + below(LONGEST_PAUSE, state);
		const touchDay = Math.floor(time / SECONDS_PER_DAY);
		const isOrganic = mix(state, 1) % 12 === 0;
		lines.unshift({
			event,
			eventState,
			length,
			position,
			touchDay,
			touchSecond: time - touchDay * SECONDS_PER_DAY,
			number: isOrganic ? 0 : 1 + below(placements, mix(state, 2)),
			type: mix(state, 3) % 4 === 0 ? CLICK : IMPRESSION,
		});
	}
	return lines;
}

function passes(line: PathLine, filter: PathFilter): boolean {
	if (filter.touchFrom !== undefined && line.touchDay < filter.touchFrom) return false;
	if (filter.touchTo !== undefined && line.touchDay > filter.touchTo) return false;
	if (filter.touchTypes?.includes(INTERACTION_TYPES[line.type]!) === false) return false;
	return filter.numbers?.has(line.number) ?? true;
}

function hasCategory(eventState: number, wanted: readonly string[] | undefined): boolean {
	return (
		wanted === undefined || orderOf(mix(eventState, 20)).categories.some((name) => wanted.includes(name))
	);
}
