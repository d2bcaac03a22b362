import {
	choice,
	dates,
	flags,
	id,
	integers,
	method,
	texts,
	times,
	type Method,
	type MethodParameter,
} from './method';
import { FREQUENCY_TYPE, GLOBAL_GEO } from './values';

export const FREQUENCY: readonly MethodParameter[] = [
	...integers('maxUniqueImpressions maxUniqueClicks'),
	...dates('datePeriod'),
	choice('frequencyTypeImpressions', FREQUENCY_TYPE),
	choice('frequencyTypeClicks', FREQUENCY_TYPE),
	...times('uniquePeriodImpressions uniquePeriodClicks'),
	...integers('impressionsPerPeriod clicksPerPeriod'),
	...times('minimalPeriodImpressions minimalPeriodClicks'),
	...integers('minUniqueImpressions avgUniqueImpressions'),
];

const USER_VALUES: readonly MethodParameter[] = flags('v<N>');

/** The number of a characteristic is `criteriaId` for a campaign as a whole and `criteriaID` elsewhere (sheet 7.2). */
const TARGETINGS: Readonly<Record<string, (object: string) => readonly MethodParameter[]>> = {
	targetingFrequency: () => FREQUENCY,
	targetingGeobase: () => [...flags('geo*'), choice('global', GLOBAL_GEO), ...texts('regions')],
	targetingUser: (path) => [
		...integers(path === 'campaign/target' ? 'criteriaId' : 'criteriaID'),
		...USER_VALUES,
	],
	targetingTime: () => [
		...flags('isClientTime'),
		...integers('impressionsPer<N> impressionsPerHour<N>'),
		...flags('hour<N>day<N>'),
	],
};

/** Contexts and what names the part of the campaign in them. */
const CONTEXTS: Readonly<Record<string, readonly MethodParameter[]>> = {
	'banner/target': [...id('objectID*'), ...flags('isRedefined*')],
	'campaign/target': [...id('objectID*')],
	'campaign/targetWebsite': [...id('objectID* websiteID*'), ...flags('isRedefined*')],
	'campaign/targetZone': [...id('objectID* zoneID*'), ...flags('isRedefined*')],
	'campaign/targetPlace': [...id('objectID* placeID*'), ...flags('isRedefined*')],
};

export const targetings: readonly Method[] = Object.entries(CONTEXTS).flatMap(([path, own]) =>
	Object.entries(TARGETINGS).map(([targeting, parameters]) =>
		method(
			`${path}/${targeting}`,
			`${path === 'banner/target' ? 'seed; ' : ''}sheet 2.8`,
			...own,
			...parameters(path),
		),
	),
);

export const bannerFrequency: Method = method(
	'banner/target/targetingFrequency',
	'seed; banner/banner-target-targetingFrequency',
	...id('objectID*'),
	...flags('isRedefined*'),
	...FREQUENCY,
);
