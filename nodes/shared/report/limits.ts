import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { PollPolicy } from '../../../connector/job';
import { numberOption, type NumberOption } from '../parameters/number-option';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';

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

/** In seconds. */
interface PollDefaults {
	readonly interval: number;
	readonly maximumInterval: number;
	readonly timeout: number;
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
	readonly polling?: PollDefaults & Shown;
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
}

const POLL_GROWTH = 1.5;

/** Of reports that have no polling options, which nobody asks for. */
const NO_POLLING: PollDefaults = { interval: 1, maximumInterval: 1, timeout: 1 };

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

const pollInterval = ({ interval }: PollDefaults) =>
	limitOption(
		'Poll Interval',
		'pollInterval',
		'How many seconds to wait before asking for the first time whether a job is done. Later waits grow.',
		{ default: interval, precision: Infinity },
	);

const pollTimeout = ({ timeout }: PollDefaults) =>
	limitOption(
		'Poll Timeout',
		'pollTimeout',
		'How many seconds a job may take before the node stops waiting for it',
		{ default: timeout, precision: Infinity },
	);

function limitOption(
	displayName: string,
	name: string,
	description: string,
	{ default: value, maximum, precision }: Partial<Bounds> & { default: number; precision?: number },
): NumberOption {
	return numberOption({ displayName, name, minimum: 1, maximum, precision, default: value, description });
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
			: [pollInterval(polling), pollTimeout(polling)].map((option) => shownWith(polling, option))),
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
	const { polling = NO_POLLING } = limits;
	const interval = pollInterval(polling).read(parameters);
	return {
		maxConcurrency: maxConcurrency(limits.concurrency).read(parameters),
		pageSize: limits.pageSize === undefined ? Infinity : pageSizeOption(limits.pageSize).read(parameters),
		polling: {
			firstDelayMs: interval * 1000,
			factor: POLL_GROWTH,
			maxDelayMs: Math.max(interval, polling.maximumInterval) * 1000,
			deadlineMs: pollTimeout(polling).read(parameters) * 1000,
		},
	};
}

function shownWith({ show }: Shown, { field }: NumberOption): INodeProperties {
	return show === undefined ? field : { ...field, displayOptions: { show } };
}

function isShown(parameters: Parameters, show: Shown['show'] = {}): boolean {
	return Object.entries(show).every(([name, values]) =>
		values?.includes(parameters.text(name.replace(/^\//, ''))),
	);
}
