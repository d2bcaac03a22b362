import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Observe } from '../../../connector/events';
import { noLimit } from '../../../connector/pages';
import type { ReadSlice } from '../../../connector/report';
import { mapPagesInTurns, Turns, type Row } from '../../../connector/rows';
import type { Slice } from '../../../connector/slices';
import type { ReportOperation } from '../operations/operation';
import { choiceField } from '../parameters/choice-field';
import type { Parameters } from '../parameters/parameters';
import { plural } from '../parameters/shown';
import { dateFields } from './date-fields';
import type { Loading, ReportDeclaration } from './declaration';
import { defineReport } from './define-report';
import {
	inWords,
	isEmptyDay,
	LEVELS,
	LEVELS_IN_ORDER,
	performanceColumns,
	performanceRow,
	type PerformanceColumns,
	type PerformanceLevel,
	type Sources,
} from './performance-columns';

/** @param descriptions of the levels that the platform has, from the top down; `campaign` is one of them */
export function performanceLevel<Level extends PerformanceLevel>(
	descriptions: Readonly<Record<Level, string>>,
) {
	const levels = LEVELS_IN_ORDER.filter((level): level is Level => Object.hasOwn(descriptions, level));
	return choiceField<Level | 'campaign'>({
		displayName: 'Level',
		// Not `level`, which means other things in other reports.
		name: 'performanceLevel',
		type: 'options',
		options: levels.map((value) => ({
			name: LEVELS[value].name,
			value,
			description: descriptions[value],
		})),
		default: 'campaign',
		description: 'What there is a row of for each day',
	});
}

const includeEmptyDays: INodeProperties = {
	displayName: 'Include Empty Days',
	name: 'includeEmptyDays',
	type: 'boolean',
	default: false,
	description: 'Whether to return rows of days without impressions, clicks, spend and conversions, too',
};

/**
 * Rows of the table in the place of the platform's own; days on which nothing happened only where they are wanted. What
 * has no day is no row of it, and no empty day either, so it is told.
 */
function performanceRows(
	read: ReadSlice,
	{ includeEmpty, observe }: { readonly includeEmpty: boolean; readonly observe: Observe },
	rowOf: (row: Row) => Row,
): ReadSlice {
	return async function* (slice, signal, ...rest) {
		let odd = 0;
		for await (const rows of mapPagesInTurns(read(slice, signal, ...rest), rowOf, new Turns(signal))) {
			const dated = rows.filter(({ date_day: day }) => day !== undefined && day !== null);
			odd += rows.length - dated.length;
			yield includeEmpty ? dated : dated.filter((row) => !isEmptyDay(row));
		}
		if (odd > 0)
			observe({
				type: 'remark',
				text: `${plural(odd, 'row')} came without a day and ${odd === 1 ? 'is' : 'are'} not in the table.`,
			});
	};
}

/** What the table is asked with on every platform. */
interface Asked<Level> {
	readonly of: Level;
	readonly includeEmpty: boolean;
}

/** The platform's own rows, and how they become those of the table. */
type Mapping = Omit<PerformanceColumns, 'sources'> & { readonly read: ReadSlice };

interface PerformanceReport<Api, Level extends PerformanceLevel, Request> extends Pick<
	ReportDeclaration<Api, Request & Asked<Level>>,
	'limits' | 'ids' | 'groups' | 'refuse' | 'daysOverOnly' | 'options'
> {
	/** As people call it. */
	readonly title: string;
	readonly sources: Sources;
	readonly level: ReturnType<typeof performanceLevel<Level>>;
	/** Besides the level and the dates. */
	readonly fields: readonly INodeProperties[];
	/** @throws {ParameterError} */
	readonly request: (parameters: Parameters, of: Level, observe: Observe) => Request;
	/** What makes it another report, besides its level. */
	readonly identity: (request: Request) => object;
	/** Names a slice, besides its level and days. */
	readonly scope?: (slice: Slice, request: Request & Asked<Level>) => IDataObject;
	readonly map: (loading: Loading<Api>, request: Request & Asked<Level>) => Mapping | Promise<Mapping>;
}

/** Get Ad Performance of a platform. */
export function performanceReport<Api, Level extends PerformanceLevel, Request>({
	title,
	sources,
	level,
	fields,
	request,
	identity,
	scope,
	map,
	...report
}: PerformanceReport<Api, Level, Request>): ReportOperation<Api> {
	return defineReport<Api, Request & Asked<Level>>({
		...report,
		operation: 'getPerformance',
		fields: [level.field, ...fields, ...dateFields],
		rowOptions: [includeEmptyDays],
		dates: () => 'cut',
		request(parameters, observe) {
			const of = level.read(parameters) as Level;
			return {
				...request(parameters, of, observe),
				of,
				includeEmpty: parameters.optionFlag(includeEmptyDays.name),
			};
		},
		identity: (asked) => ({ of: asked.of, ...identity(asked) }),
		scope: (slice, asked) => ({ performanceLevel: asked.of, ...scope?.(slice, asked) }),
		columns: ({ of }) => ({ known: performanceColumns(of) }),
		async read(loading, asked) {
			const { of, includeEmpty } = asked;
			// How many of the platform's rows are empty days is not known before they came, so none may be left out there.
			const all = includeEmpty ? loading : { ...loading, limit: noLimit() };
			const { read, ...mapping } = await map(all, asked);
			return performanceRows(read, { includeEmpty, observe: loading.observe }, (row) =>
				performanceRow({ ...mapping, sources }, of, row),
			);
		},
	}).load({
		name: 'Get Ad Performance',
		description: `Get impressions, clicks, spend and conversions by day in the same columns from every platform, to put them into one table: one row per object and day with date_day, platform, account, campaign, currency and row_key, the key of the row. ${inWords(sources)}`,
		action: `Get ad performance from ${title}`,
	});
}
