import type { Resource } from '../shared/operations/operation';
import type { MyTargetApi } from './api';
import { getAll as getBalances } from './balance/getAll';
import { transferMoney } from './client/transferMoney';
import { upload as uploadContent } from './content/upload';
import { getAll as getLeads } from './lead/getAll';
import { leadForms } from './leadForm/resource';
import { getClients, getGoals, getPackages, getRegions, getSegments, getTransactions } from './list/lists';
import { adGroups, adPlans, banners, campaigns } from './object/resource';
import { offlineConversions } from './offlineConversion/resource';
import { getAll as getRateLimits } from './rateLimit/getAll';
import { getDaily, planSlices } from './report/getDaily';
import { getFast } from './report/getFast';
import { getGoals as getGoalStatistics } from './report/getGoals';
import { getInApp } from './report/getInApp';
import { getOfflineConversions } from './report/getOfflineConversions';
import { getPeriod } from './report/getPeriod';
import { getPerformance } from './report/getPerformance';
import { getSummary } from './report/getSummary';
import { send } from './request/send';
import { get as getUser } from './user/get';
import { userLists } from './userList/resource';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<MyTargetApi>[] = [
	adGroups,
	adPlans,
	{ name: 'API Request', value: 'request', operations: [send] },
	{ name: 'Balance', value: 'balance', operations: [getBalances] },
	banners,
	campaigns,
	{ name: 'Client', value: 'client', operations: [getClients, transferMoney] },
	{ name: 'Content', value: 'content', operations: [uploadContent] },
	{ name: 'Goal', value: 'goal', operations: [getGoals] },
	{ name: 'Lead', value: 'lead', operations: [getLeads] },
	leadForms,
	offlineConversions,
	{ name: 'Package', value: 'package', operations: [getPackages] },
	{ name: 'Rate Limit', value: 'rateLimit', operations: [getRateLimits] },
	{ name: 'Region', value: 'region', operations: [getRegions] },
	{
		name: 'Report',
		value: 'report',
		isDefault: true,
		defaultOperation: 'getDaily',
		operations: [
			getPerformance,
			getDaily,
			getFast,
			getGoalStatistics,
			getInApp,
			getSummary,
			getOfflineConversions,
			getPeriod,
			planSlices,
		],
	},
	{ name: 'Segment', value: 'segment', operations: [getSegments] },
	{ name: 'Transaction', value: 'transaction', operations: [getTransactions] },
	{ name: 'User', value: 'user', operations: [getUser] },
	userLists,
];
