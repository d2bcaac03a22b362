import type { Observe } from '../../../connector/events';
import type { Page, Row } from '../../../connector/rows';
import type { MyTargetApi, ObjectType } from '../api';
import { ObjectNames } from './object-names';
import type { Level } from './performance-scope';

/** Finds what objects belong to, by the lists of the groups and campaigns above them; what cannot be had stays empty. */
export class Parents {
	private readonly groups: ObjectNames;
	private readonly campaigns: ObjectNames;
	private readonly campaignType: ObjectType;

	constructor(
		private readonly api: MyTargetApi,
		observe: Observe,
	) {
		this.groups = new ObjectNames(observe);
		this.campaigns = new ObjectNames(observe);
		this.campaignType = api.hasAdPlans ? 'ad_plans' : 'campaigns';
	}

	/** Asks for those of the rows that nobody has asked for yet. */
	async learn(page: Page, of: Level): Promise<void> {
		if (of === 'ad' && this.api.hasAdPlans)
			await this.groups.learn(this.api, 'ad_groups', objectsIn(page.map((row) => row.ad_group_id)));
		if (of !== 'ad' && of !== 'ad_group') return;
		const campaigns = objectsIn(page.map((row) => this.campaignOf(row, of)));
		await this.campaigns.learn(this.api, this.campaignType, campaigns);
	}

	/** The object of a row and what it belongs to, as columns. */
	of(row: Row, of: Level): Row {
		if (of === 'account') return {};
		if (of === 'campaign') return { 'campaign.id': row.id, 'campaign.name': row.name };
		const campaignId = this.campaignOf(row, of);
		const { name: campaignName } = this.campaigns.of(campaignId, this.campaignType, this.api);
		const campaign = { 'campaign.id': campaignId, 'campaign.name': campaignName };
		if (of === 'ad_group') return { ...campaign, 'ad_group.id': row.id, 'ad_group.name': row.name };
		const banner = { ...campaign, 'banner.id': row.id, 'banner.name': row.name };
		if (!this.api.hasAdPlans) return banner;
		const group = this.groups.of(row.ad_group_id, 'ad_groups', this.api);
		return { ...banner, 'ad_group.id': row.ad_group_id, 'ad_group.name': group.name };
	}

	private campaignOf(row: Row, of: Level): unknown {
		if (!this.api.hasAdPlans) return row.campaign_id;
		return of === 'ad' ? this.groups.of(row.ad_group_id, 'ad_groups', this.api).ad_plan_id : row.ad_plan_id;
	}
}

/** The IDs in a column, each once, as the objects of a list. */
function objectsIn(values: Iterable<unknown>): Row[] {
	const ids = new Set(Array.from(values).filter((id) => id !== null && id !== undefined));
	return Array.from(ids, (id) => ({ id }));
}
