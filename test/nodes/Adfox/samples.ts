import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../platforms/platform';
import type { Sandbox } from '../../sandbox';

const UPDATED = ['advertiser', 'banner', 'campaign', 'place', 'site', 'superCampaign', 'zone'];

/** What changes need that nobody else in the tests gives them. */
export function samples({ adfox }: Sandbox): Readonly<Record<string, INodeParameters>> {
	const [advertiser, banner, place, site, zone] = [
		adfox.advertisers[0]!,
		adfox.banners[0]!,
		adfox.places[0]!,
		adfox.sites[0]!,
		adfox.zones[0]!,
	];
	const name = 'New';
	const advertiserID = byId(advertiser.ID);
	const ofPlace = ['siteID', 'zoneID', 'bannerTypeID', 'positionID'].map((id) => [id, byId(place[id])]);
	const report = { metrics: ['loads_commercial', 'clicks_total'], dimensions: ['date', 'campaign_id'] };
	return {
		'advertiser.create': { account: 'new', eMail: 'new@example.com' },
		'banner.create': { campaignID: byId(banner.campaignID), templateID: String(banner.templateID) },
		'banner.delete': { campaignID: byId(banner.campaignID), bannerId: byId(banner.ID) },
		'campaign.create': { name, advertiserID },
		'banner.setStatus': { bannerScope: 'byId', bannerIdList: String(banner.ID) },
		'campaign.setStatus': { campaignScope: 'byId', campaignIdList: String(adfox.campaigns[0]!.ID) },
		'superCampaign.setStatus': {
			superCampaignScope: 'byId',
			superCampaignIdList: String(adfox.superCampaigns[0]!.ID),
		},
		'campaign.setPlacement': { actionObjectID: String(site.ID) },
		'place.create': { name, ...Object.fromEntries(ofPlace) } as INodeParameters,
		'place.delete': { siteID: byId(place.siteID), placeId: byId(place.ID) },
		'report.get': report,
		'report.planSlices': report,
		'site.create': { name },
		'superCampaign.create': { name, advertiserID },
		'zone.create': { name, siteID: byId(zone.siteID) },
		...Object.fromEntries(UPDATED.map((kind) => [`${kind}.update`, { updateFields: { name } }])),
		'advertiser.update': { updateFields: { company: name } },
	};
}
