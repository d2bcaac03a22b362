import { occurrence } from '../../../platforms/occurrence';

const DAY_MS = 86_400_000;

export const occurrences = [
	{
		...occurrence('tokenEnding', ({ targetAds, now }, before) => {
			// Some hours more, so that it is the same day to a later poll.
			targetAds.setTokenEnd(now() + (10.5 - before) * DAY_MS);
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
