import { occurrence } from '../../../platforms/occurrence';

const DAY_MS = 86_400_000;
const MOSCOW_MS = 3 * 3_600_000;

export const occurrences = [
	occurrence(
		'dayReady',
		({ adfox, now }, before) => {
			// Yesterday is ready from the start, as Moscow counts days.
			const day = new Date(now() + MOSCOW_MS + before * DAY_MS).toISOString().slice(0, 10);
			adfox.readyUntil(day.replaceAll('-', ''));
		},
		{ level: 'campaign', objectId: '427' },
	),
	occurrence('campaignStatusChanged', ({ adfox }, before) => {
		const { ID, status } = adfox.campaigns[before]!;
		adfox.changeCampaign(String(ID), { status: status === '1' ? '0' : '1' });
	}),
	occurrence('newCampaign', ({ adfox }, before) => {
		adfox.addCampaign(`New ${before}`);
	}),
];
