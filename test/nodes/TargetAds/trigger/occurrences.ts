import { occurrence } from '../../../platforms/occurrence';

const DAY_MS = 86_400_000;

export const occurrences = [
	{
		...occurrence('tokenEnding', ({ targetAds }, before) => {
			targetAds.setTokenEnd(Date.now() + (10 - before) * DAY_MS);
		}),
		except: ['401'],
	},
	occurrence('campaignStatusChanged', ({ targetAds }, before) => {
		targetAds.setStatus(targetAds.placements[before]!.placement_id, 'paused');
	}),
	occurrence('newCampaign', ({ targetAds }, before) => {
		targetAds.addPlacement(`New ${before}`);
	}),
];
