import type { Resource } from '../shared/operations/operation';
import type { MyTargetApi } from './api';
import {
	getClients,
	getGoals,
	getPackages,
	getRegions,
	getSegments,
	getTransactions,
	getUserLists,
} from './list/lists';
import { adGroups, adPlans, banners, campaigns } from './object/resource';
import { getAll as getRateLimits } from './rateLimit/getAll';
import { getDaily, planSlices } from './report/getDaily';
import { getFast } from './report/getFast';
import { getGoals as getGoalStatistics } from './report/getGoals';
import { getPeriod } from './report/getPeriod';
import { getSummary } from './report/getSummary';
import { send } from './request/send';
import { get as getUser } from './user/get';

/** What the node offers, in the order of the alphabet, as n8n's dropdowns have it. */
export const resources: readonly Resource<MyTargetApi>[] = [
	adGroups,
	adPlans,
	{ name: 'API Request', value: 'request', operations: [send] },
	banners,
	campaigns,
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
