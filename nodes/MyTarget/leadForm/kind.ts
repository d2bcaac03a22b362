import { kindNames } from '../../shared/operations/object-resource';
import { byIds } from '../list/filters';

/** Lead forms (sheet 3.27). Nothing lets a caller choose their fields. */
export const leadForm = {
	...kindNames('lead form'),
	collection: '/api/v1/lead_ads/lead_forms',
	load: 'getLeadForms',
	sortsById: true,
	isWhole: true,
} as const;

/** Filters of leads and lead forms. Their names are plural, unlike those of all other lists (sheet 3.26, 3.27). */
export const ofObjects = (what: string) => [
	byIds('Ad Group IDs', 'adGroupIds', 'ad_group_ids', `${what} of these ad groups`),
	byIds('Ad Plan IDs', 'adPlanIds', 'ad_plan_ids', `${what} of these ad plans`),
	byIds('Banner IDs', 'bannerIds', 'banner_ids', `${what} of these banners`),
];
