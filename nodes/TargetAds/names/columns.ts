import { labelled } from '../../shared/parameters/name-list-field';

/*
 * Names that the API is known to understand. The official tables are not public, so none of these lists is complete
 * (sheet section 4), and nothing is refused for being missing here. Meanings are said as far as the sheet knows them.
 */

/** Sheet 4.2. */
export const rawColumns = labelled({
	InteractionTime: ['Time', 'Date and time of the interaction, without a time zone'],
	InteractionDate: ['Date', 'Day of the interaction'],
	InteractionType: ['Interaction Type', 'What it was: a page view, a click, an impression, a purchase'],
	InteractionMediaCampaignName: ['Campaign', 'Name of the campaign, which TargetADS also calls a placement'],
	InteractionPlacementId: [
		'Campaign ID',
		'As Campaign > Get Many lists it; 0 in rows that belong to no known campaign, such as organic page views',
	],
	InteractionCreativeId: ['Creative ID'],
	InteractionDomain: ['Domain'],
	InteractionUrlPath: ['URL Path', 'Address of the page without its domain'],
	InteractionUtmSource: ['UTM Source'],
	InteractionUtmMedium: ['UTM Medium'],
	InteractionUtmCampaign: ['UTM Campaign'],
	InteractionDeviceID: ['Device ID'],
	InteractionNewCookie: ['New Cookie'],
	InteractionEcomId: ['E-Commerce ID', 'Of a purchase'],
	InteractionEcomAmount: ['E-Commerce Amount', 'Of a purchase'],
	InteractionEcomItemsName: ['E-Commerce Item Names', 'Of a purchase'],
	InteractionEcomItemsPrice: ['E-Commerce Item Prices', 'Of a purchase'],
});

const weight = (model: string, delivery: string) =>
	[
		`Weight ${model}`,
		`Attribution weight of the interaction by this model, as it is called with Delivery set to ${delivery}`,
	] as const;

/** Sheet 4.3. What the models' letters stand for is not documented. */
export const pathColumns = labelled({
	PathDeviceID: ['Device ID', 'Whose path it is'],
	PathPosition: ['Position', 'Place of the interaction on its path'],
	PathLength: ['Path Length', 'Number of interactions on the path'],
	InteractionTime: ['Time', 'Date and time of the interaction, without a time zone'],
	InteractionType: ['Interaction Type', 'What it was, such as a click or an impression'],
	InteractionMediaCampaignName: ['Campaign', 'Name of the campaign, which TargetADS also calls a placement'],
	InteractionUtmSource: ['UTM Source'],
	TargetEventName: ['Target Event', 'Name of the event that the path led to'],
	TargetEcomId: ['E-Commerce ID', 'Of the target event'],
	TargetEcomAmount: ['E-Commerce Amount', 'Of the target event'],
	TargetEcomItemsName: ['E-Commerce Item Names', 'Of the target event'],
	TargetEcomItemsCategory1: ['E-Commerce Item Categories', 'Of the target event, first level'],
	Weight_MLI: weight('MLI', 'Direct'),
	Weight_FL: weight('FL', 'Direct'),
	Weight_MFI: weight('MFI', 'Direct'),
	Weight_ML: weight('ML', 'Direct'),
	Weight_FTDM_30: weight('FTDM, 30 Days', 'Direct'),
	MLI30: weight('MLI, 30 Days', 'Job'),
});

/** Sheet 4.4. */
export const aggregatedDimensions = labelled({
	EventDate: [
		'Date',
		'One row for each day, or for what Date Grouping says; without it a row sums up the whole period',
	],
	MediaSource: ['Source', 'Name of the advertising source'],
	MediaCampaign: ['Campaign', 'Name of the campaign; several campaigns may have the same'],
	MediaCreative: ['Creative', 'Name of the creative, empty for some'],
});

const THIS_ROW = 'it holds for its row only and must not be added up';

/** Sheet 4.5. */
export const mediaMetrics = labelled({
	Impressions: ['Impressions'],
	Clicks: ['Clicks'],
	CTR: ['CTR', `Clicks by impressions; ${THIS_ROW}`],
	Reach: ['Reach', `Everybody counts once in a row, so ${THIS_ROW}`],
	Frequency: ['Frequency', `Impressions for each of those reached, on average; ${THIS_ROW}`],
	GIVT: ['GIVT', 'Impressions that are general invalid traffic, such as robots'],
	SIVT: ['SIVT', 'Sophisticated invalid traffic, which is made to look like that of people'],
	PartOfGIVT: ['GIVT Share', `GIVT in percent of the impressions, in a column PartOfGivt; ${THIS_ROW}`],
});

/** Sheet 4.6. */
export const targetMetrics = labelled({
	TargetEventCount: ['Target Events', 'Number of target events that are attributed to the row'],
	TargetEcomAmount: ['E-Commerce Amount', 'Sum of the target events that are attributed to the row'],
});

/** Sheet 4.1. */
export const interactionTypes = labelled({
	PageView: ['Page View'],
	Click: ['Click', 'On an advertisement'],
	Impression: ['Impression', 'Of an advertisement'],
	Purchase: ['Purchase'],
});

/** Of a target filter, sheet 3.5 and 3.6. Not to be confused with the `event_type` of /meta/target_event (T11). */
export const eventTypes = labelled({
	Purchase: ['Purchase', 'As the documentation of TargetADS filters by it'],
});

/** Sheet 4.7. The names of the weights suggest mfi, ml and ftdm as well. What they stand for is not documented. */
export const attributionModels = labelled({ mli: ['MLI'], fl: ['FL'] });
