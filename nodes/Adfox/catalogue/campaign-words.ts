import type { Words } from './method';

const LIMIT = 'From 1 to 2147483647';
const TOTAL = `${LIMIT}. It is completed when the limit is reached.`;
const EVEN = 'An even pace needs an end date';
export const EARLIER = 'Only an earlier edition of the ADFOX API documents it';
const MIDNIGHT = 'A date without a time means 00:00 of that day';

/** Of campaigns and super campaigns, and what banners share with them (sheet 2.7, 2.8, 2.10; trap 7.2, 11). */
export const CAMPAIGN_WORDS: Words = {
	name: ['Name'],
	status: [
		'Status',
		'Only what is active is served. Pausing or completing it stops everything below it, too.',
	],
	dateStart: ['Start Date', MIDNIGHT],
	dateEnd: ['End Date', `${MIDNIGHT}, so the day itself is not included`],
	priority: ['Priority', 'From 1 to 1000'],
	level: [
		'Level',
		'From 1, the highest, to 10. With campaign types: 1 to 10 for a guarantee, 11 for dynamic monetization, 12 to 20 for a promo campaign.',
	],
	kind_id: [
		'Campaign Type',
		'For accounts with the module "Campaign types". Dynamic monetization needs a CPM.',
	],
	cpm: ['CPM', 'From 1 to 99999 for dynamic monetization, which needs it; passed over for a guarantee'],
	cpc: ['CPC'],
	cpv: ['CPV'],
	targetCPC: ['Target CPC'],
	costType: ['Cost Type'],

	maxImpressions: ['Max Impressions', TOTAL],
	maxImpressionsPerDay: ['Max Impressions per Day', LIMIT],
	maxImpressionsPerHour: ['Max Impressions per Hour', LIMIT],
	maxClicks: ['Max Clicks', TOTAL],
	maxClicksPerDay: ['Max Clicks per Day', LIMIT],
	maxClicksPerHour: ['Max Clicks per Hour', LIMIT],
	impressionsMethodID: [
		'Impression Counting',
		'0 counts when the banner is sent; 101 to 130 count the events 1 to 30',
	],
	impressionsSmoothTypeID: ['Impression Pace', EVEN],
	clicksSmoothTypeID: ['Click Pace', `${EVEN}. ${EARLIER}.`],
	isTrafficSmooth: ['Smooth Traffic'],
	rotationMethodID: [
		'Rotation Method',
		'Priority goes by Level and Priority, Percent of Traffic by Traffic Percent',
	],
	trafficPercents: ['Traffic Percent', 'From 1 to 100; needed when Rotation Method is Percent of Traffic'],
	optimizationMode: ['Optimization', 'By what ADFOX chooses among the banners of the campaign'],
	minCtr: ['Min CTR', 'Lowest CTR that is allowed, in percent from 0 to 100'],
	minVtr: ['Min VTR'],
	strategy: ['Strategy'],
	isSession: ['Session Campaign', 'Whether it is a session campaign'],

	maxUniqueImpressions: ['Max Impressions per Person', LIMIT],
	maxUniqueClicks: ['Max Clicks per Person', LIMIT],
	minUniqueImpressions: ['Min Impressions per Person', 'Over the whole campaign'],
	avgUniqueImpressions: ['Average Impressions per Person', 'To aim at over the whole campaign'],
	datePeriod: ['Limits Count From', 'First day of the period in which the limits act'],
	frequencyTypeImpressions: [
		'Impression Period',
		'The period of Impressions per Period; Other Impression Period tells its length where it is Other Period',
	],
	frequencyTypeClicks: [
		'Click Period',
		'The period of Clicks per Period; Other Click Period tells its length where it is Other Period',
	],
	uniquePeriodImpressions: ['Other Impression Period', 'HH:mm, when Impression Period is Other Period'],
	uniquePeriodClicks: ['Other Click Period', 'HH:mm, when Click Period is Other Period'],
	impressionsPerPeriod: ['Impressions per Period'],
	clicksPerPeriod: ['Clicks per Period'],
	minimalPeriodImpressions: ['Min Time Between Impressions', 'HH:mm:ss'],
	minimalPeriodClicks: ['Min Time Between Clicks', 'HH:mm:ss'],

	superCampaignID: [
		'Super Campaign ID',
		'Super campaign that it belongs to, from which it inherits its advertiser and assistant',
	],
	advertiserID: ['Advertiser ID', 'A campaign inside of a super campaign has the advertiser of that one'],
	assistantID: ['Assistant ID', 'Assistant who gets access; a super campaign hands its own down'],
	sectorID: ['Industry ID', 'ID of an entry of Dictionary > Industry'],
	targetingProfileID: [
		'Targeting Profile ID',
		'A profile holds the settings of several kinds of targeting; Dictionary > Targeting Profile has the IDs',
	],
	commonProfileID: ['Common Profile ID', 'Not together with Targeting Profile ID or Bundle ID'],
	bundleID: ['Bundle ID', 'Not together with Common Profile ID'],
	logicType: ['Commercial or Not'],

	sendToErir: [
		'Send to ERIR',
		'Whether to pass it on to the Russian register of internet advertising (ERIR). A campaign needs Contract ID then, a site Platform Name and Platform Type.',
	],
	contractID: ['Contract ID', 'For ad labeling, needed with Send to ERIR; Dictionary > Contract has the IDs'],
	publisherContractID: ['Publisher Contract ID', 'For ad labeling; Dictionary > Contract has the IDs'],
	markingAdvertiserInfo: ['Labeling: Advertiser Info', 'For ad labeling'],

	type: ['Type', EARLIER],
	sequence: ['Sequence', EARLIER],
	bannerSequence: ['Banner Sequence', EARLIER],
	tracingTypeID: ['Tracing', `Whether actions after a click or a view are traced. ${EARLIER}.`],
	outerMarkID: ['Analytics Marks', `Marks of another analytics system. ${EARLIER}.`],
	isSimplifiedBanners: ['Simplified Banners', EARLIER],
};
