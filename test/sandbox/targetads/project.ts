import { dayAt, knownDay } from '../frame/calendar';

import type { TargetAdsOptions } from './options';
import { createPlacements, runsOn, type Placement } from './placements';
import type { AggregatedRow, DateGrouping } from './truth/aggregated-rows';
import type { Row } from './truth/columns';
import { Truth } from './truth/truth';

const MS_PER_DAY = 86_400_000;
const DEFAULT_TOKEN_DAYS = 200;

/** `active` means impressions in so many last days (3.1). */
const ACTIVE_DAYS = 7;

/** Days begin at midnight in Moscow (T15 takes it for likely). */
const ZONE_HOURS = 3;

/** The one project of the sandbox: what is in it and what the token may do. */
export class Project {
	readonly placements: readonly Placement[];
	readonly byId: ReadonlyMap<number, Placement>;
	readonly truth: Truth;
	/** Milliseconds. */
	expiresAt: number;
	/** By placement, where it is not the usual one. */
	readonly statuses = new Map<number, string>();
	/** Placements that were made since, without any traffic yet. */
	readonly added: Placement[] = [];
	private readonly firstEnd: number;

	constructor(
		readonly options: TargetAdsOptions,
		readonly now: () => number,
	) {
		this.placements = createPlacements(options.placements, options.seed);
		this.byId = new Map(this.placements.map((placement) => [placement.id, placement]));
		this.truth = new Truth(this.placements, options.seed, options.rowsPerCell);
		this.firstEnd = new Date(options.expiresAt ?? now() + DEFAULT_TOKEN_DAYS * MS_PER_DAY).getTime();
		this.expiresAt = this.firstEnd;
	}

	reset(): void {
		this.expiresAt = this.firstEnd;
		this.statuses.clear();
		this.added.length = 0;
	}

	/** Another project, which exists and does not belong to the token. */
	get foreignId(): number {
		return this.options.projectId + 1;
	}

	get today(): number {
		return dayAt(this.now(), ZONE_HOURS);
	}

	/** Whether the placement had impressions in the last seven days before today. */
	isActive(placement: Placement): boolean {
		const { today } = this;
		for (let day = today - ACTIVE_DAYS; day < today; day++) if (runsOn(placement, day)) return true;
		return false;
	}

	/** `campaign_access` (3.2). */
	get accessibleIds(): number[] {
		return this.placements.map(({ id }) => id);
	}

	/** Numbers of placements given by id; undefined stays undefined: no filter. */
	numbersOf(ids: readonly number[] | undefined): number[] | undefined {
		return ids?.flatMap((id) => this.byId.get(id)?.number ?? []);
	}
}

/** Days as YYYY-MM-DD, both included. Without `placementIds` nothing is left out. */
export interface Period {
	dateFrom: string;
	dateTo: string;
	placementIds?: readonly number[];
	fields: readonly string[];
}

export interface RawQuestion extends Period {
	interactionTypes?: readonly string[];
}

/** The dates are those of the target events. */
export interface PathQuestion extends Period {
	eventTypes?: readonly string[];
	eventNames?: readonly string[];
	itemCategories?: readonly string[];
	/** Days of the touchpoints. */
	interactionDateFrom?: string;
	interactionDateTo?: string;
	/** Types of the touchpoints. */
	touchTypes?: readonly string[];
}

export interface AggregatedQuestion extends Period {
	mediaMetrics?: readonly string[];
	targetMetrics?: readonly string[];
	dateGrouping?: DateGrouping;
	eventTypes?: readonly string[];
	eventNames?: readonly string[];
	attributionModel?: string;
	attributionWindow?: string;
}

export function rawRows(project: Project, question: RawQuestion): Iterable<Row> {
	const { fields, interactionTypes } = question;
	return project.truth.raw({ ...base(project, question), fields, interactionTypes }).read();
}

export function pathRows(project: Project, question: PathQuestion): Iterable<Row> {
	const { interactionDateFrom, interactionDateTo } = question;
	const { numbers, ...window } = base(project, question);
	return project.truth
		.path({
			...question,
			...window,
			numbers: numbers && new Set(numbers),
			touchFrom: interactionDateFrom === undefined ? undefined : knownDay(interactionDateFrom),
			touchTo: interactionDateTo === undefined ? undefined : knownDay(interactionDateTo),
		})
		.read();
}

export function aggregatedRows(project: Project, question: AggregatedQuestion): Iterable<AggregatedRow> {
	return project.truth.aggregated({
		...question,
		...base(project, question),
		metrics: [...(question.mediaMetrics ?? []), ...(question.targetMetrics ?? [])],
		grouping: question.dateGrouping ?? 'day',
		attributionModel: question.attributionModel ?? 'mli',
		attributionWindow: question.attributionWindow ?? '30',
	});
}

function base(
	project: Project,
	{ dateFrom, dateTo, placementIds }: Period,
): { fromDay: number; toDay: number; numbers?: number[] } {
	const numbers = project.numbersOf(placementIds);
	return { fromDay: knownDay(dateFrom), toDay: knownDay(dateTo), ...(numbers && { numbers }) };
}
