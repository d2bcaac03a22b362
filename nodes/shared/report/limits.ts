import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { PollPolicy } from '../../../connector/job';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';
import {
	daysPerRequestOption,
	idsPerRequestOption,
	maxConcurrencyOption,
	pageSizeOption,
	type Bounds,
} from './slice-options';
import { pollOptions, readPollPolicy, type PollDefaults } from './poll-options';

/** Values of other parameters with which a limit can be set. */
interface Shown {
	readonly show?: NonNullable<IDisplayOptions['show']>;
}

/** Days of one request. */
export type DayLimit = Bounds & Shown & { readonly minimum?: number; readonly description: string };

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

/** Of reports that have no polling options, which nobody asks for. */
const NO_POLLING: PollDefaults = { interval: 1, maximumInterval: 1, timeout: 1 };

/** Options that decide how the report is cut. */
export function sizeOptions({ days = [], ids }: ReportLimits): INodeProperties[] {
	return [
		...days.map((limit) => shownWith(limit, daysPerRequestOption(limit, limit.description))),
		...(ids === undefined ? [] : [shownWith(ids, idsPerRequestOption(ids, `${ids.what}s`))]),
	];
}

/** Options that decide how the slices are loaded. */
export function loadOptions({ concurrency, pageSize, polling }: ReportLimits): INodeProperties[] {
	return [
		maxConcurrencyOption(concurrency),
		...(pageSize === undefined ? [] : [shownWith(pageSize, pageSizeOption(pageSize))]),
		...(polling === undefined ? [] : pollOptions(polling).map((option) => shownWith(polling, option))),
	];
}

/**
 * @param cutsDays whether the rows carry their days
 * @throws {ParameterError}
 */
export function readSizes(parameters: Parameters, limits: ReportLimits, cutsDays: boolean): SliceSizes {
	const { days = [], mostDays = 0, ids, toCutDays } = limits;
	const dayLimit = days.find(({ show }) => isShown(parameters, show));
	const asked =
		dayLimit === undefined
			? 0
			: parameters.optionWholeNumber('daysPerRequest', {
					minimum: 0,
					...dayLimit,
					...(cutsDays ? {} : { default: 0 }),
				});
	if (!cutsDays && asked !== 0)
		throw new ParameterError(
			parameters.displayName('daysPerRequest'),
			`${parameters.displayName('daysPerRequest')} is set, but this report cannot be cut by days: its rows would be sums over parts of the period.`,
			toCutDays,
		);
	return {
		days: cutsDays ? asked || mostDays : 0,
		ids: ids === undefined ? 0 : parameters.optionWholeNumber('idsPerRequest', { minimum: 1, ...ids }),
	};
}

/** @throws {ParameterError} */
export function readLoadSettings(
	parameters: Parameters,
	{ concurrency, pageSize, polling = NO_POLLING }: ReportLimits,
): LoadSettings {
	const wholeNumber = (name: string, bounds: Bounds) =>
		parameters.optionWholeNumber(name, { minimum: 1, ...bounds });
	return {
		maxConcurrency: wholeNumber('maxConcurrency', concurrency),
		pageSize: pageSize === undefined ? Infinity : wholeNumber('pageSize', pageSize),
		polling: readPollPolicy(parameters, polling),
	};
}

function shownWith({ show }: Shown, option: INodeProperties): INodeProperties {
	return show === undefined ? option : { ...option, displayOptions: { show } };
}

function isShown(parameters: Parameters, show: Shown['show'] = {}): boolean {
	return Object.entries(show).every(([name, values]) =>
		values?.includes(parameters.text(name.replace(/^\//, ''))),
	);
}
