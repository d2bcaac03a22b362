import type { Resource } from '../shared/operations/operation';
import { create as createAdGroup } from './adGroup/create';
import { remove as deleteAdGroup } from './adGroup/delete';
import { get as getAdGroup } from './adGroup/get';
import { getAll as getAdGroups } from './adGroup/getAll';
import { update as updateAdGroup } from './adGroup/update';
import { create as createAdPlan } from './adPlan/create';
import { get as getAdPlan } from './adPlan/get';
import { getAll as getAdPlans } from './adPlan/getAll';
import { update as updateAdPlan } from './adPlan/update';
import type { MyTargetApi } from './api';
import { create as createBanner } from './banner/create';
import { remove as deleteBanner } from './banner/delete';
import { get as getBanner } from './banner/get';
import { getAll as getBanners } from './banner/getAll';
import { update as updateBanner } from './banner/update';
import { create as createCampaign } from './campaign/create';
import { remove as deleteCampaign } from './campaign/delete';
import { get as getCampaign } from './campaign/get';
import { getAll as getCampaigns } from './campaign/getAll';
import { update as updateCampaign } from './campaign/update';
import { getAll as getClients } from './client/getAll';
import { getAll as getGoals } from './goal/getAll';
import { adGroup, adPlan, banner, campaign } from './object/kinds';
import { getAll as getPackages } from './package/getAll';
import { getAll as getRateLimits } from './rateLimit/getAll';
import { getAll as getRegions } from './region/getAll';
import { getDaily, planSlices } from './report/getDaily';
import { getFast } from './report/getFast';
import { getGoals as getGoalStatistics } from './report/getGoals';
import { getPeriod } from './report/getPeriod';
import { getSummary } from './report/getSummary';
import { send } from './request/send';
import { getAll as getSegments } from './segment/getAll';
import { getAll as getTransactions } from './transaction/getAll';
import { get as getUser } from './user/get';
import { getAll as getUserLists } from './userList/getAll';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<MyTargetApi>[] = [
	{
		name: adGroup.name,
		value: adGroup.resource,
		defaultOperation: 'getAll',
		operations: [createAdGroup, deleteAdGroup, getAdGroup, getAdGroups, updateAdGroup],
	},
	{
		name: adPlan.name,
		value: adPlan.resource,
		defaultOperation: 'getAll',
		operations: [createAdPlan, getAdPlan, getAdPlans, updateAdPlan],
	},
	{ name: 'API Request', value: 'request', operations: [send] },
	{
		name: banner.name,
		value: banner.resource,
		defaultOperation: 'getAll',
		operations: [createBanner, deleteBanner, getBanner, getBanners, updateBanner],
	},
	{
		name: campaign.name,
		value: campaign.resource,
		defaultOperation: 'getAll',
		operations: [createCampaign, deleteCampaign, getCampaign, getCampaigns, updateCampaign],
	},
	{ name: 'Client', value: 'client', operations: [getClients] },
	{ name: 'Goal', value: 'goal', operations: [getGoals] },
	{ name: 'Package', value: 'package', operations: [getPackages] },
	{ name: 'Rate Limit', value: 'rateLimit', operations: [getRateLimits] },
	{ name: 'Region', value: 'region', operations: [getRegions] },
	{
		name: 'Report',
		value: 'report',
		isDefault: true,
		defaultOperation: 'getDaily',
		operations: [getDaily, getFast, getGoalStatistics, getSummary, getPeriod, planSlices],
	},
	{ name: 'Segment', value: 'segment', operations: [getSegments] },
	{ name: 'Transaction', value: 'transaction', operations: [getTransactions] },
	{ name: 'User', value: 'user', operations: [getUser] },
	{ name: 'User List', value: 'userList', operations: [getUserLists] },
];
