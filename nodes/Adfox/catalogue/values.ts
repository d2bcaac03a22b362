import { integers, type Choice, type MethodParameter } from './method';

/** Values of shared fields (sheet 2.10). Zero is a value like any other: status 0 means active. */

const choices = (names: Readonly<Record<string, number>>): readonly Choice[] =>
	Object.entries(names).map(([name, value]) => ({ name, value }));

const words = (values: string): readonly Choice[] =>
	values.split(' ').map((value) => ({ name: value, value }));

export const STATUS = choices({ Active: 0, Paused: 1, Completed: 2 });
export const KIND = choices({ Guarantee: 1, 'Dynamic Monetization': 2, Promo: 3 });
export const ROTATION = choices({ Priority: 0, 'Percent of Traffic': 1 });
export const PLACED_ROTATION = choices({ 'Not Overridden': -1, Priority: 0, 'Percent of Traffic': 1 });
export const SMOOTH = choices({
	'Even over the Whole Period': 2,
	'Even over the Whole Period, Automatically': 3,
	'Even per Day': 1,
	'Maximum Speed': 0,
});
export const COST_TYPE = choices({ CPA: 3, CPC: 2, CPM: 1, Other: 0 });
export const LOGIC_TYPE = choices({ Commercial: 0, 'Non-Commercial': 1 });
export const TRACING_TYPE = choices({
	None: 0,
	'Post-Click': 1,
	'Post-Click and Post-View': 2,
	'Post-View': 3,
});
export const OUTER_MARK = choices({ 'Google Analytics': 2, Off: 0, OpenStat: 1 });
export const OPTIMIZATION = words('none ctr');
export const CONTENT_TYPE = choices({
	Audio: 7,
	Banner: 1,
	'Live Audio': 6,
	'Live Video': 5,
	Other: 0,
	'Text Block': 3,
	'Text-Graphic Block': 2,
	Video: 4,
});
export const AD_LABEL = choices({ Advertising: 1, None: 0, 'Social Advertising': 2 });
export const TARGET = words('_blank _parent _top');
export const COMPLETENESS = words('advanced common short');
export const CAMPAIGN_SHOW = words(
	'advanced common short targetingTime targetingFrequency targetingBehavior targetingGeobase targetingSearch targetingGender targetingAge targetingRevenue targetingUser',
);
export const SHOW_MODE = words('all allowed denied');
export const FREQUENCY_TYPE = choices({
	'14 Days': 9,
	'24 Hours': 5,
	'Four Hours': 2,
	Hour: 1,
	Month: 7,
	'Not Set': 0,
	'Other Period': 8,
	'Six Hours': 3,
	'Twelve Hours': 4,
	Week: 6,
});
export const PLATFORM_TYPE = choices({ App: 0, 'Information System': 2, Site: 1 });
export const TEMPLATE_TYPE = choices({ 'POSIX.2': 1, Standard: 0 });
export const CATEGORY_TYPE = choices({ Permanent: 0, Temporary: 1 });
export const PRESENTATION_TYPE = choices({ 'Nondimensional / JavaScript': 4, XML: 5 });
export const PCT = choices({
	'From Request URL': 0,
	'Non-Repeating Banners': 2,
	'Non-Repeating Campaigns': 4,
	Regular: 1,
	'Session on Page': 3,
});
export const PLP = choices({
	'From Request URL': -1,
	Other: 5,
	'One Hour': 1,
	'Six Hours': 2,
	'Twelve Hours': 3,
	'Twenty-Four Hours': 4,
	Unlimited: 0,
});
export const CONTRACTOR_TYPE = choices({
	'Foreign Entity': 3,
	'Foreign Individual': 4,
	'Russian Entity': 0,
	'Russian Entrepreneur': 2,
	'Russian Individual': 1,
});
export const CONTRACT_TYPE = choices({ 'Additional Agreement': 2, Contract: 0, Intermediary: 1 });
export const CONTRACT_ROLE = choices({ Direct: 2, Final: 1, Primary: 0 });
export const DATA_TYPE = words('campaignPlaces campaignSections campaignSites placesComputed');
export const ON_OFF = words('off on');
export const GLOBAL_GEO = choices({ Allow: 1, Forbid: 2, Reset: 0 });
export const DEFAULT_BANNER_MODE = choices({ Code: 1, File: 0 });
export const CODE_TYPE = choices({ HTML: 0, JavaScript: 1 });

/** Limits of impressions and clicks, 1 to 2147483647 (sheet 2.10). */
export const LIMITS: readonly MethodParameter[] = integers(
	'maxImpressions maxImpressionsPerDay maxImpressionsPerHour maxClicks maxClicksPerDay maxClicksPerHour',
);

/** The same without the one that campaigns take when they are made, but not when they are changed (sheet 2.7). */
export const MODIFY_LIMITS: readonly MethodParameter[] = LIMITS.filter(
	({ name }) => name !== 'maxImpressionsPerHour',
);
