import type { ReadSlice } from '../../../connector/report';
import type { Row } from '../../../connector/rows';
import { lookUpNames } from '../../shared/operations/look-up-names';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Loading } from '../../shared/report/declaration';
import { performanceReport } from '../../shared/report/performance';
import type { Sources } from '../../shared/report/performance-columns';
import type { MyTargetApi } from '../api';
import { readDaily } from './getDaily';
import { everyId } from './listed-objects';
import { ObjectNames } from './object-names';
import { Parents } from './performance-parents';
import { level, performanceScope, type Level } from './performance-scope';
import { attribution, DAILY, type StatisticsRequest } from './statistics';

/** `spent` is net of VAT in VK Ads, an empty text is "not known" (additions 11, sheet 3.19). */
export const sources: Sources = {
	date_day: { from: 'date', about: 'day of Moscow' },
	account_id: { from: 'user.id', about: 'looked up' },
	account_name: { from: 'user.username', about: 'looked up' },
	campaign_id: { from: 'campaign.id', about: 'of the ad plan on VK Ads, of the campaign on myTarget' },
	campaign_name: { from: 'campaign.name', about: 'looked up' },
	ad_group_id: { from: 'ad_group.id', about: 'VK Ads only' },
	ad_group_name: { from: 'ad_group.name', about: 'looked up' },
	ad_id: { from: 'banner.id', about: 'number as text' },
	ad_name: { from: 'banner.name', about: 'looked up' },
	impressions: { from: 'shows', about: 'number' },
	clicks: { from: 'clicks', about: 'number' },
	spend: { from: 'spent', about: 'money in the currency of the account, without VAT on VK Ads' },
	currency: { from: 'user.currency', about: 'looked up' },
	conversions: {
		from: ['vk_result', 'vk_goals', 'goals'],
		about: 'results of the campaign where VK Ads counts them, else goals',
	},
};

/** Of the forty columns of a row those that the table has. */
function countsOf({ id, date, shows, clicks, spent, vk_result, vk_goals, goals }: Row): Row {
	return { id, date, shows, clicks, spent, vk_result, vk_goals, goals };
}

/** The account's own columns; a token that may not read them, or an outage, costs them alone. */
async function accountColumns({ api, observe }: Loading<MyTargetApi>): Promise<Row> {
	const user = await lookUpNames(observe, 'The account and its currency', async () => api.ownUser());
	return { 'user.id': user?.id, 'user.username': user?.username, 'user.currency': user?.currency };
}

export const getPerformance = performanceReport<MyTargetApi, Level, StatisticsRequest>({
	...DAILY,
	title: 'VK Ads (myTarget)',
	sources,
	level,
	fields: performanceScope.fields,
	options: [attribution.field],
	request: (parameters, of, observe) => ({
		objects: performanceScope.read(parameters, of),
		names: new ObjectNames(observe),
		metrics: ['base'],
		attribution: attribution.readOption(parameters) ?? '',
		simplify: true,
		skipEmptyDays: false,
	}),
	identity: ({ attribution: days, objects: { kind, ids } }) => ({ attribution: days, kind, ids }),
	ids(run, request) {
		if (request.of === 'ad_group' && !run.api.hasAdPlans)
			throw new ParameterError(
				'Level',
				'myTarget has no ad groups between its campaigns and its banners.',
				'Set Level to Campaign or Ad.',
			);
		return everyId(run, request);
	},
	scope: (slice, { of, objects }) => performanceScope.ofSlice(slice, of, objects),
	async map(loading, request) {
		const { api, observe } = loading;
		const { of } = request;
		const account = await accountColumns(loading);
		const parents = new Parents(api, observe);
		const daily = readDaily(loading, request);
		const read: ReadSlice = async function* (...slice) {
			for await (const page of daily(...slice)) {
				await parents.learn(page, of);
				yield page.map((row) => ({ ...countsOf(row), ...account, ...parents.of(row, of) }));
			}
		};
		return {
			read,
			platform: api.hasAdPlans ? 'vk_ads' : 'mytarget',
			// IDs are those of the whole platform; account and parents hang on look-ups.
			keyOf: (row) => ({ [of]: row.id }),
		};
	},
});
