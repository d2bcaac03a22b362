import type { IDataObject } from 'n8n-workflow';

import type { DateWindow } from '../../../connector/slices';
import type { Sandbox } from '../../sandbox';

interface Campaign {
	readonly platform: string;
	readonly account_id?: unknown;
	readonly account_name?: unknown;
	readonly campaign_id?: unknown;
	readonly campaign_name?: unknown;
	/** What tells it from others, without platform and day. */
	readonly key: readonly unknown[];
	readonly date_day: unknown;
	readonly impressions?: unknown;
	readonly clicks?: unknown;
	readonly spend?: unknown;
	readonly currency?: unknown;
	readonly conversions?: unknown;
}

const text = (value: unknown) => (value === undefined || value === null ? null : String(value));
const number = (value: unknown) => (value === undefined || value === null ? null : Number(value));

function row(campaign: Campaign): IDataObject {
	const { platform, date_day: day, key } = campaign;
	return {
		date_day: String(day),
		platform,
		account_id: text(campaign.account_id),
		account_name: text(campaign.account_name),
		campaign_id: text(campaign.campaign_id),
		campaign_name: text(campaign.campaign_name),
		impressions: number(campaign.impressions),
		clicks: number(campaign.clicks),
		spend: number(campaign.spend),
		currency: text(campaign.currency),
		conversions: number(campaign.conversions),
		row_key: [platform, ...key, day].join('|'),
	};
}

function* ofTargetAds({ targetAds }: Sandbox, days: DateWindow): Generator<IDataObject> {
	const ids = new Map<unknown, unknown>();
	for (const { placement_name: name, placement_id: id } of targetAds.placements)
		ids.set(name, ids.has(name) ? undefined : id);
	const lines = targetAds.aggregatedRows({
		fields: ['EventDate', 'MediaCampaign'],
		mediaMetrics: ['Impressions', 'Clicks'],
		targetMetrics: ['TargetEventCount'],
		...days,
	});
	for (const line of lines)
		yield row({
			platform: 'targetads',
			account_id: targetAds.projectId,
			campaign_id: ids.get(line.MediaCampaign),
			campaign_name: line.MediaCampaign,
			key: [targetAds.projectId, line.MediaCampaign],
			date_day: line.EventDate,
			impressions: line.Impressions,
			clicks: line.Clicks,
			conversions: line.TargetEventCount,
		});
}

function* ofPromoPages({ promoPages }: Sandbox, days: DateWindow): Generator<IDataObject> {
	for (const { publisher, canRead, canWrite } of promoPages.publishers) {
		if (publisher.isDeleted === true || (!canRead && !canWrite)) continue;
		const titles = new Map(promoPages.campaigns(publisher.id).map(({ id, title }) => [id, title]));
		for (const line of promoPages.statistics({ publisherId: publisher.id, level: 'campaigns', ...days }))
			yield row({
				platform: 'promopages',
				account_id: publisher.id,
				account_name: publisher.name,
				campaign_id: line.campaignId,
				campaign_name: titles.get(line.campaignId),
				key: [publisher.id, line.campaignId],
				date_day: line.mskDate,
				impressions: line.impressions,
				clicks: line.clicks,
				spend: line.budget,
			});
	}
}

function* ofMyTarget({ myTarget }: Sandbox, days: DateWindow): Generator<IDataObject> {
	const names = new Map(myTarget.adPlans.map(({ id, name }) => [id, name]));
	for (const line of myTarget.statistics({ objectType: 'ad_plans', ...days })) {
		const { shows, clicks, spent, vk, goals } = line.base as Record<string, unknown> & {
			vk?: Record<string, unknown>;
		};
		yield row({
			platform: 'vk_ads',
			account_id: myTarget.userId,
			account_name: myTarget.username,
			campaign_id: line.id,
			campaign_name: names.get(line.id),
			key: ['', line.id],
			date_day: line.date,
			impressions: shows,
			clicks,
			spend: spent,
			currency: 'RUB',
			conversions: vk?.result ?? vk?.goals ?? goals,
		});
	}
}

function* ofAdfox({ adfox }: Sandbox, days: DateWindow): Generator<IDataObject> {
	const lines = adfox.reportRows({
		metrics: ['loads_commercial', 'clicks_commercial'],
		dimensions: ['date', 'campaign_id', 'campaign_name'],
		...days,
	});
	for (const line of lines)
		yield row({
			platform: 'adfox',
			campaign_id: line.campaign_id,
			campaign_name: line.campaign_name,
			key: ['', line.campaign_id],
			date_day: line.date,
			impressions: line.loads_commercial,
			clicks: line.clicks_commercial,
		});
}

/** The table as it has to be, by what the sandbox has itself: a row per campaign and day on which there was anything. */
export function tableOf(sandbox: Sandbox, days: DateWindow): IDataObject[] {
	const all = [ofTargetAds, ofPromoPages, ofMyTarget, ofAdfox].flatMap((of) => [...of(sandbox, days)]);
	return all.filter((line) =>
		[line.impressions, line.clicks, line.spend, line.conversions].some((count) => (count ?? 0) !== 0),
	);
}
