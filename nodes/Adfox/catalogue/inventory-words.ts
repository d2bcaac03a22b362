import type { Words } from './method';

const CATEGORY = 'Dictionary > Category has the IDs; 0 is none';
const NO_LIMIT = 'not with From Request URL or Unlimited';

/** Of sites, zones, places and users, and of the filters of lists (sheet 2.2, 2.3, 2.9, 2.10; trap 7.2, 11). */
export const INVENTORY_WORDS: Words = {
	siteID: ['Site ID', 'The site that it belongs to'],
	zoneID: ['Zone ID', 'The section of the site that it belongs to'],
	positionID: ['Position ID', 'The label of where on the page it is'],
	categoryID: ['Category ID', CATEGORY],
	url: ['URL', 'Needed with Send to ERIR for an app and a site'],
	webmasterID: ['Site Owner ID', 'Dictionary > Site Owner has the IDs'],
	contractorID: ['Contractor ID', 'For ad labeling; Dictionary > Contractor has the IDs'],
	platformName: ['Platform Name', 'Needed with Send to ERIR'],
	platformType: ['Platform Type', 'Needed with Send to ERIR'],
	isAutoReferer: ['Automatic Referrer', 'On where nothing is sent'],
	templateTypeID: ['URL Template Type'],
	template: ['URL Template'],
	templateExcluded: ['Excluded URL Template'],
	pct: ['Choice of Banners (PCT)'],
	plp: ['Limit Period (PLP)'],
	pli: ['Limit (PLI)', `Of the Limit Period; ${NO_LIMIT}`],
	pop: ['Limit Minutes (POP)', `Needed when Limit Period is Other; ${NO_LIMIT}`],

	account: ['Login', 'Has to be unique in the whole of ADFOX'],
	eMail: ['Email'],
	ZIPCode: ['ZIP Code'],

	actionObjectID2: ['Site ID', 'Only those of this site'],
	dateAddedFrom: ['Added From', 'Only those added on this day or later'],
	dateAddedTo: ['Added To', 'Only those added on this day or earlier'],
	listCampaignIDs: ['Campaign IDs', 'Only those of these campaigns; IDs with commas between them'],
	search: ['Search', 'Only those with this text in their name'],
	show: ['Details', 'How much to return of each object'],
};
