import { EARLIER } from './campaign-words';
import type { Words } from './method';

const LABELING = 'For ad labeling';

/** Of banners, as far as they have other parameters than campaigns (sheet 2.4, 2.8, 2.10). */
export const BANNER_WORDS: Words = {
	campaignID: ['Campaign ID', 'The campaign that it belongs to'],
	templateID: [
		'Template ID',
		'The template that the banner is made of. A list of banners shows the IDs in use; Dictionary > Template tells the variables of one.',
	],
	bannerTypeID: [
		'Banner Type ID',
		'Banner and place have to be of one type; Dictionary > Banner Type has the IDs',
	],
	hitURL: ['Click URL', 'Where a click leads to'],
	imageURL: ['Image URL'],
	trackingURL: [
		'Tracking Pixel URL',
		'Counts impressions in another system; called when the banner is rendered',
	],
	targetURL: ['Target URL'],
	getURL: ['Get URL', EARLIER],
	target: ['Open Link In'],
	alt: ['Alt Text'],
	width: ['Width'],
	height: ['Height'],
	backgroundColor: ['Background Color'],
	videoDuration: ['Video Duration'],
	videoResolution: ['Video Resolution'],
	isEvents: ['Events'],
	isUnplaced: ['Unplaced'],
	showMenu: ['Show Menu'],
	domain: ['Domain'],
	creativeContentType: ['Creative Type', LABELING],
	token: ['Labeling: Token', 'Means something only where Send to ERIR is off'],
	adLabel: ['Labeling: Ad Label', 'The word that the ad is marked with'],
	markingDescription: ['Labeling: Description', LABELING],
	markingCommonDescription: ['Labeling: Common Description', LABELING],
	markingKktu: [
		'Labeling: Goods or Service Code (KKTU)',
		'What is advertised, such as 1.1.1; Dictionary > Goods or Service Code (KKTU) has the codes',
	],
	markingSendRegionsType: ['Labeling: Way to Send Regions', LABELING],
	markingSelectedRegions: ['Labeling: Selected Regions', LABELING],
};
