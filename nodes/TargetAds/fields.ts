/**
 * Names that the API is known to understand. The official tables are not public, so none of these lists is complete
 * (sheet section 4), and nothing is refused for being missing here. Sorted, since the editor shows them in this order.
 */

/** Sheet 4.2 and 4.3. */
const interactionFields = [
	'InteractionCreativeId',
	'InteractionDate',
	'InteractionDeviceID',
	'InteractionDomain',
	'InteractionEcomAmount',
	'InteractionEcomId',
	'InteractionEcomItemsName',
	'InteractionEcomItemsPrice',
	'InteractionMediaCampaignName',
	'InteractionNewCookie',
	'InteractionPlacementId',
	'InteractionTime',
	'InteractionType',
	'InteractionUrlPath',
	'InteractionUtmCampaign',
	'InteractionUtmMedium',
	'InteractionUtmSource',
] as const;

export const rawFields: readonly string[] = interactionFields;

/** Sheet 4.3; weights have other names in v1 and v2 (T10), so both are offered. */
export const pathFields: readonly string[] = [
	'InteractionMediaCampaignName',
	'InteractionTime',
	'InteractionType',
	'InteractionUtmSource',
	'MLI30',
	'PathDeviceID',
	'PathLength',
	'PathPosition',
	'TargetEcomAmount',
	'TargetEcomId',
	'TargetEcomItemsCategory1',
	'TargetEcomItemsName',
	'TargetEventName',
	'Weight_FL',
	'Weight_FTDM_30',
	'Weight_MFI',
	'Weight_ML',
	'Weight_MLI',
];

/** Sheet 4.1. */
export const interactionTypes: readonly string[] = ['Click', 'Impression', 'PageView', 'Purchase'];

/** Sheet 4.4. */
export const groupingFields: readonly string[] = [
	'EventDate',
	'MediaCampaign',
	'MediaCreative',
	'MediaSource',
];

/** Sheet 4.5. */
export const mediaMetrics: readonly string[] = [
	'Clicks',
	'CTR',
	'Frequency',
	'GIVT',
	'Impressions',
	'PartOfGIVT',
	'Reach',
	'SIVT',
];

/** Sheet 4.6. */
export const targetMetrics: readonly string[] = ['TargetEcomAmount', 'TargetEventCount'];

/** Of a target filter, sheet 3.5 and 3.6. Not to be confused with the `event_type` of /meta/target_event (T11). */
export const eventTypes: readonly string[] = ['Purchase'];

/** Sheet 4.7. The names of the weights suggest mfi, ml and ftdm as well. */
export const attributionModels: readonly string[] = ['fl', 'mli'];
