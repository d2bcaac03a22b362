import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { PollPolicy } from '../../../connector/job';
import { numberOption, type NumberOption } from '../parameters/number-option';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';
import { pollOptions, type PollDefaults } from './polling';

/** A number that the platform's limits bound. */
export interface Bounds {
	readonly default: number;
	readonly maximum: number;
}

/** Values of other parameters with which a limit can be set. */
interface Shown {
	readonly show?: NonNullable<IDisplayOptions['show']>;
}

/** Days of one request. */
type DayLimit = Bounds & Shown & { readonly minimum?: number; readonly description: string };

interface JobDefaults extends PollDefaults {
	/** Jobs that may be ordered while others are read, besides those of Max Concurrency. */
	readonly ordersAhead: number;
}

/** What bounds the requests of a report; what is absent the user cannot set. Ids without a bound are never cut. */
export interface ReportLimits {
	/** Several where the default depends on another parameter: the first one that is shown holds. */
	readonly days?: readonly DayLimit[];
	/** Days that one request can have at most: a 0 for days stands for so many. */
	readonly mostDays?: number;
	/** What to do about Days per Request where the days may not be cut. */
	readonly toCutDays?: string;
	/** `what` they belong to, in the singular. */
	readonly ids?: Bounds & Shown & { readonly what: string };
	readonly pageSize?: Bounds & Shown;
	readonly concurrency: Bounds;
	/** Of reports that come as jobs. */
	readonly polling?: JobDefaults & Shown;
	/** Rows of a slice that are held back so that it can still be split; memory of a running slice is bounded by it. */
	readonly holdRows: number;
}

/** Days and ids of one slice; 0 for not cut. */
export interface SliceSizes {
	readonly days: number;
	readonly ids: number;
}

/** How a report is loaded, as the user set it within the limits. */
export interface LoadSettings {
	readonly maxConcurrency: number;
	/** Infinity where the report has no pages. */
	readonly pageSize: number;
	readonly polling: PollPolicy;
	/** 0 where the report comes without jobs. */
	readonly ordersAhead: number;
}

/** Of reports that come without jobs. */
const NO_POLLING: JobDefaults = { interval: 1, maximumInterval: 1, timeout: 1, ordersAhead: 0 };

const daysPerRequest = ({ default: value, maximum, description }: DayLimit) =>
	numberOption({
		displayName: 'Days per Request',
		name: 'daysPerRequest',
		minimum: 0,
		maximum,
		default: value,
		description,
	});

/** @param what the ids belong to, in the plural */
export const idsPerRequestOption = (bounds: Bounds, what: string) =>
	limitOption(
		'IDs per Request',
		'idsPerRequest',
		`How many ${what} to ask for at once. Smaller requests are safer, larger ones fewer.`,
		bounds,
	);

export const pageSizeOption = (bounds: Bounds) =>
	limitOption('Page Size', 'pageSize', 'How many rows to load per request', bounds);

const maxConcurrency = (bounds: Bounds) =>
	limitOption(
		'Max Concurrency',
		'maxConcurrency',
		'How many parts of the report to load at the same time',
		bounds,
	);

function limitOption(
	displayName: string,
	name: string,
	description: string,
	{ default: value, maximum }: Bounds,
): NumberOption {
	return numberOption({ displayName, name, minimum: 1, maximum, default: value, description });
}

/** Options that decide how the report is cut. */
export function sizeOptions({ days = [], ids }: ReportLimits): INodeProperties[] {
	return [
		...days.map((limit) => shownWith(limit, daysPerRequest(limit))),
		...(ids === undefined ? [] : [shownWith(ids, idsPerRequestOption(ids, `${ids.what}s`))]),
	];
}

/** Options that decide how the slices are loaded. */
export function loadOptions({ concurrency, polling, ...limits }: ReportLimits): INodeProperties[] {
	return [
		maxConcurrency(concurrency).field,
		...(limits.pageSize === undefined ? [] : [shownWith(limits.pageSize, pageSizeOption(limits.pageSize))]),
		...(polling === undefined
			? []
			: pollOptions(polling).fields.map((field) => shownWith(polling, { field }))),
	];
}

/**
 * @param cutsDays whether the rows carry their days
 * @throws {ParameterError}
 */
export function readSizes(parameters: Parameters, limits: ReportLimits, cutsDays: boolean): SliceSizes {
	const { days = [], mostDays = 0, ids, toCutDays } = limits;
	const dayLimit = days.find(({ show }) => isShown(parameters, show));
	const name = 'daysPerRequest';
	const bounds = { minimum: 0, ...dayLimit, default: cutsDays ? (dayLimit?.default ?? 0) : 0 };
	const asked = parameters.optionWholeNumber(name, bounds);
	const displayName = parameters.displayName(name);
	if (!cutsDays && asked !== 0)
		throw new ParameterError(
			displayName,
			`${displayName} is set, but this report cannot be cut by days: its rows would be sums over parts of the period.`,
			toCutDays,
		);
	return {
		days: cutsDays ? asked || mostDays : 0,
		ids: ids === undefined ? 0 : idsPerRequestOption(ids, `${ids.what}s`).read(parameters),
	};
}

/** @throws {ParameterError} */
export function readLoadSettings(parameters: Parameters, limits: ReportLimits): LoadSettings {
	const { polling: ofJobs } = limits;
	const polling = ofJobs !== undefined && isShown(parameters, ofJobs.show) ? ofJobs : NO_POLLING;
	return {
		maxConcurrency: maxConcurrency(limits.concurrency).read(parameters),
		pageSize: limits.pageSize === undefined ? Infinity : pageSizeOption(limits.pageSize).read(parameters),
		polling: pollOptions(polling).read(parameters),
		ordersAhead: polling.ordersAhead,
	};
}

function shownWith({ show }: Shown, { field }: Pick<NumberOption, 'field'>): INodeProperties {
	return show === undefined ? field : { ...field, displayOptions: { show } };
}

function isShown(parameters: Parameters, show: Shown['show'] = {}): boolean {
	return Object.entries(show).every(([name, values]) =>
		values?.includes(parameters.text(name.replace(/^\//, ''))),
	);
}
