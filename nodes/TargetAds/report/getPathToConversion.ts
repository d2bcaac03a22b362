import { planSlices } from '../../../connector/slices';
import { reportPages, SLICE_COLUMNS } from '../../shared/report/report-pages';
import type { ReportOperation } from '../../shared/operations/operation';
import { dateFields, dateOptions } from '../../shared/report/date-fields';
import { nameListField, otherNamesOption } from '../../shared/parameters/name-list-field';
import { readPollPolicy } from '../../shared/report/poll-options';
import type { TargetAdsApi } from '../api';
import { pathFields } from '../fields';
import { HOLD_ROWS, POLL } from '../limits';
import { directReader, moreByFlag } from './direct';
import { eventNamesField, eventTypesField, remarkUnknownEvents } from './event-fields';
import { jobReader } from './job';
import { interactionDateOptions, pathBody, readPathRequest } from './path-request';
import { deliveredOptions, deliveryField } from './settings';

export const getPathToConversion: ReportOperation<TargetAdsApi> = {
	name: 'Get Path to Conversion',
	value: 'getPathToConversion',
	description: 'Get the interactions that led to target events, with their attribution weights',
	action: 'Get paths to conversion',
	gives: 'report',
	fields: [
		nameListField(pathFields, {
			displayName: 'Fields',
			name: 'fields',
			required: true,
			default: ['InteractionTime', 'InteractionType', 'PathDeviceID', 'PathPosition', 'TargetEventName'],
			description: 'Columns of the report. Type in names that the list lacks.',
		}),
		eventTypesField,
		eventNamesField,
		...dateFields,
		deliveryField,
	],
	options: [
		otherNamesOption('Other Fields', 'otherFields', 'columns'),
		...interactionDateOptions,
		...deliveredOptions,
		...dateOptions,
	],
	columns({ parameters }) {
		const { fields, settings } = readPathRequest(parameters);
		return { requested: [...fields, ...(settings.addSliceColumns ? SLICE_COLUMNS : [])] };
	},
	async *rows(run) {
		const request = readPathRequest(run.parameters);
		const { delivery, settings, ...identity } = request;
		const policy = readPollPolicy(run.parameters, POLL);
		const window = run.window(identity);
		if (window === undefined) return;
		await remarkUnknownEvents(request.eventNames, run.api, run.observe);
		const body = (slice: Parameters<typeof pathBody>[1]) => pathBody(request, slice);
		yield* reportPages(run, {
			slices: planSlices({ window, daysPerSlice: settings.daysPerRequest, idsPerSlice: 0 }),
			read:
				delivery === 'job'
					? jobReader(run, 'path_to_conversion', request.fields, body, policy)
					: directReader(run, {
							path: 'path_to_conversion',
							body,
							pageSize: settings.pageSize,
							hasMore: moreByFlag,
						}),
			// A path belongs to one target event, and that to one day.
			cuts: { days: true, ids: false },
			scope: () => ({ resource: 'report', operation: 'getPathToConversion' }),
			maxConcurrency: settings.maxConcurrency,
			holdRows: HOLD_ROWS,
			addSliceColumns: settings.addSliceColumns,
		});
	},
};
