import { nameList, valuesOf } from '../../shared/parameters/name-list-field';
import {
	aggregatedDimensions,
	eventTypes,
	interactionTypes,
	mediaMetrics,
	pathColumns,
	rawColumns,
	targetMetrics,
} from './columns';

const OF_RAW = { 'a column of Get Raw Data': valuesOf(rawColumns) };
const OF_PATH = { 'a column of Get Path to Conversion': valuesOf(pathColumns) };
const DIMENSIONS = { 'a dimension of Get Aggregated Data': valuesOf(aggregatedDimensions) };
const MEDIA_METRICS = { 'a media metric of Get Aggregated Data': valuesOf(mediaMetrics) };
const TARGET_METRICS = { 'a target metric of Get Aggregated Data': valuesOf(targetMetrics) };

export const fields = nameList({
	known: rawColumns,
	displayName: 'Fields',
	name: 'fields',
	required: true,
	default: ['InteractionTime', 'InteractionType', 'InteractionUrlPath'],
	description: 'Columns of the report',
	other: { displayName: 'Other Fields', name: 'otherFields', what: 'columns' },
	elsewhere: { ...OF_PATH, ...DIMENSIONS, ...MEDIA_METRICS, ...TARGET_METRICS },
});

/**
 * Columns of raw data are not refused: the page of raw data shows its request under the path of this report (sheet T1),
 * so they may well be of both.
 */
export const pathFields = nameList({
	known: pathColumns,
	displayName: 'Path Fields',
	name: 'pathFields',
	required: true,
	default: [
		'InteractionTime',
		'InteractionType',
		'InteractionMediaCampaignName',
		'PathDeviceID',
		'PathPosition',
		'TargetEventName',
		'Weight_MLI',
	],
	description: 'Columns of the report',
	other: { displayName: 'Other Path Fields', name: 'otherPathFields', what: 'columns' },
	elsewhere: { ...DIMENSIONS, ...MEDIA_METRICS, ...TARGET_METRICS },
});

export const dimensions = nameList({
	known: aggregatedDimensions,
	displayName: 'Dimensions',
	name: 'dimensions',
	required: true,
	default: ['EventDate', 'MediaCampaign'],
	description: 'What to count by. Only with Date are there rows for each day.',
	other: { displayName: 'Other Dimensions', name: 'otherDimensions', what: 'dimensions' },
	elsewhere: { ...OF_PATH, ...OF_RAW, ...MEDIA_METRICS, ...TARGET_METRICS },
});

export const mediaMetricList = nameList({
	known: mediaMetrics,
	displayName: 'Media Metrics',
	name: 'mediaMetrics',
	default: ['Impressions', 'Clicks'],
	description: 'What the media did',
	other: { displayName: 'Other Media Metrics', name: 'otherMediaMetrics', what: 'media metrics' },
	elsewhere: { ...OF_PATH, ...OF_RAW, ...DIMENSIONS, ...TARGET_METRICS },
});

export const targetMetricList = nameList({
	known: targetMetrics,
	displayName: 'Target Metrics',
	name: 'targetMetrics',
	default: [],
	description: 'What is attributed to the media, by Attribution Model and Attribution Window',
	other: { displayName: 'Other Target Metrics', name: 'otherTargetMetrics', what: 'target metrics' },
	elsewhere: { ...OF_PATH, ...OF_RAW, ...DIMENSIONS, ...MEDIA_METRICS },
});

export const interactionTypeList = nameList({
	known: interactionTypes,
	displayName: 'Interaction Types',
	name: 'interactionTypes',
	required: true,
	default: ['PageView'],
	description: 'Which interactions to load, one row each',
	other: {
		displayName: 'Other Interaction Types',
		name: 'otherInteractionTypes',
		what: 'interaction types',
	},
});

/** Another name than in raw data, whose default would leave a path without its clicks and impressions. */
export const pathInteractionTypeList = nameList({
	known: interactionTypes,
	displayName: 'Interaction Types on the Path',
	name: 'pathInteractionTypes',
	default: [],
	description: 'Which interactions a path has; left empty, all',
	other: {
		displayName: 'Other Interaction Types on the Path',
		name: 'otherPathInteractionTypes',
		what: 'interaction types',
	},
});

export const eventTypeList = nameList({
	known: eventTypes,
	load: 'getEventTypes',
	displayName: 'Event Type Names or IDs',
	name: 'eventTypes',
	default: [],
	description: 'Which target events count, by their type; left empty, all',
	other: { displayName: 'Other Event Types', name: 'otherEventTypes', what: 'types of target events' },
});

export const eventNameList = nameList({
	known: [],
	load: 'getEventNames',
	displayName: 'Event Names or IDs',
	name: 'eventNames',
	default: [],
	description: 'Which target events count, by their name; left empty, all',
	other: { displayName: 'Other Event Names', name: 'otherEventNames', what: 'names of target events' },
});
