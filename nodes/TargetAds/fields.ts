import { names } from '../shared/parameters/name-list-field';

/**
 * Names that the API is known to understand. The official tables are not public, so none of these lists is complete
 * (sheet section 4), and nothing is refused for being missing here. Sorted, since the editor shows them in this order.
 */

/** Sheet 4.2 and 4.3. */
export const rawFields = names(`
	InteractionCreativeId InteractionDate InteractionDeviceID InteractionDomain InteractionEcomAmount
	InteractionEcomId InteractionEcomItemsName InteractionEcomItemsPrice InteractionMediaCampaignName
	InteractionNewCookie InteractionPlacementId InteractionTime InteractionType InteractionUrlPath
	InteractionUtmCampaign InteractionUtmMedium InteractionUtmSource
`);

/** Sheet 4.3; weights have other names in v1 and v2 (T10), so both are offered. */
export const pathFields = names(`
	InteractionMediaCampaignName InteractionTime InteractionType InteractionUtmSource MLI30 PathDeviceID
	PathLength PathPosition TargetEcomAmount TargetEcomId TargetEcomItemsCategory1 TargetEcomItemsName
	TargetEventName Weight_FL Weight_FTDM_30 Weight_MFI Weight_ML Weight_MLI
`);

/** Sheet 4.1. */
export const interactionTypes = names('Click Impression PageView Purchase');

/** Sheet 4.4. */
export const groupingFields = names('EventDate MediaCampaign MediaCreative MediaSource');

/** Sheet 4.5. */
export const mediaMetrics = names('Clicks CTR Frequency GIVT Impressions PartOfGIVT Reach SIVT');

/** Sheet 4.6. */
export const targetMetrics = names('TargetEcomAmount TargetEventCount');

/** Of a target filter, sheet 3.5 and 3.6. Not to be confused with the `event_type` of /meta/target_event (T11). */
export const eventTypes = names('Purchase');

/** Sheet 4.7. The names of the weights suggest mfi, ml and ftdm as well. */
export const attributionModels = names('fl mli');
