import { integers, type Choice, type MethodParameter } from './method';

/**
 * Values of shared fields (sheet 2.10), in the order in which people look for them; the first stands in the field when it
 * is added. Zero is a value like any other: status 0 means active.
 */

const choices = (names: Readonly<Record<string, number | string>>): readonly Choice[] =>
	Object.entries(names).map(([name, value]) => ({ name, value }));

const words = (values: string): readonly Choice[] =>
	values.split(' ').map((value) => ({ name: value, value }));

export const STATUS = choices({ Active: 0, Paused: 1, Completed: 2 });
export const KIND = choices({ Guarantee: 1, 'Dynamic Monetization': 2, Promo: 3 });
export const ROTATION = choices({ Priority: 0, 'Percent of Traffic': 1 });
export const PLACED_ROTATION = choices({ 'Not Overridden': -1, Priority: 0, 'Percent of Traffic': 1 });
export const SMOOTH = choices({
	'Maximum Speed': 0,
	'Even per Day': 1,
	'Even over the Whole Period': 2,
	'Even over the Whole Period, Automatically': 3,
});
export const COST_TYPE = choices({ CPM: 1, CPC: 2, CPA: 3, Other: 0 });
export const LOGIC_TYPE = choices({ Commercial: 0, 'Non-Commercial': 1 });
export const TRACING_TYPE = choices({
	None: 0,
	'Post-Click': 1,
	'Post-Click and Post-View': 2,
	'Post-View': 3,
});
export const OUTER_MARK = choices({ Off: 0, OpenStat: 1, 'Google Analytics': 2 });
export const OPTIMIZATION = choices({ None: 'none', CTR: 'ctr' });
export const CONTENT_TYPE = choices({
	Banner: 1,
	'Text-Graphic Block': 2,
	'Text Block': 3,
	Video: 4,
	'Live Video': 5,
	'Live Audio': 6,
	Audio: 7,
	Other: 0,
});
export const AD_LABEL = choices({ None: 0, Advertising: 1, 'Social Advertising': 2 });
export const TARGET = choices({ 'New Window': '_blank', 'Parent Frame': '_parent', 'Same Window': '_top' });
export const COMPLETENESS = choices({
	Everything: 'advanced',
	'ID and Name': 'common',
	'ID, Status and Dates': 'short',
});
export const CAMPAIGN_SHOW = words(
	'advanced common short targetingTime targetingFrequency targetingBehavior targetingGeobase targetingSearch targetingGender targetingAge targetingRevenue targetingUser',
);
export const SHOW_MODE = words('all allowed denied');
export const FREQUENCY_TYPE = choices({
	'Not Set': 0,
	Hour: 1,
	'Four Hours': 2,
	'Six Hours': 3,
	'Twelve Hours': 4,
	'24 Hours': 5,
	Week: 6,
	'14 Days': 9,
	Month: 7,
	'Other Period': 8,
});
export const PLATFORM_TYPE = choices({ Site: 1, App: 0, 'Information System': 2 });
export const TEMPLATE_TYPE = choices({ Standard: 0, 'POSIX.2': 1 });
export const CATEGORY_TYPE = choices({ Permanent: 0, Temporary: 1 });
export const PRESENTATION_TYPE = choices({ 'Nondimensional / JavaScript': 4, XML: 5 });
export const PCT = choices({
	'From Request URL': 0,
	Regular: 1,
	'Non-Repeating Banners': 2,
	'Session on Page': 3,
	'Non-Repeating Campaigns': 4,
});
export const PLP = choices({
	'From Request URL': -1,
	Unlimited: 0,
	'One Hour': 1,
	'Six Hours': 2,
	'Twelve Hours': 3,
	'Twenty-Four Hours': 4,
	Other: 5,
});
export const CONTRACTOR_TYPE = choices({
	'Russian Entity': 0,
	'Russian Individual': 1,
	'Russian Entrepreneur': 2,
	'Foreign Entity': 3,
	'Foreign Individual': 4,
});
export const CONTRACT_TYPE = choices({ Contract: 0, Intermediary: 1, 'Additional Agreement': 2 });
export const CONTRACT_ROLE = choices({ Primary: 0, Final: 1, Direct: 2 });
export const DATA_TYPE = words('campaignPlaces campaignSections campaignSites placesComputed');
export const ON_OFF = words('off on');
export const GLOBAL_GEO = choices({ Reset: 0, Allow: 1, Forbid: 2 });
export const DEFAULT_BANNER_MODE = choices({ File: 0, Code: 1 });
export const CODE_TYPE = choices({ HTML: 0, JavaScript: 1 });

/** Limits of impressions and clicks, 1 to 2147483647 (sheet 2.10). */
export const LIMITS: readonly MethodParameter[] = integers(
	'maxImpressions maxImpressionsPerDay maxImpressionsPerHour maxClicks maxClicksPerDay maxClicksPerHour',
);

/** The same without the one that campaigns take when they are made, but not when they are changed (sheet 2.7). */
export const MODIFY_LIMITS: readonly MethodParameter[] = LIMITS.filter(
	({ name }) => name !== 'maxImpressionsPerHour',
);
