import { knownDay } from '../frame/calendar';

import type { Project } from './project';
import type { AggregatedRow } from './truth/aggregated-rows';
import type { Row } from './truth/columns';
import type { DateGrouping } from './truth/periods';

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
