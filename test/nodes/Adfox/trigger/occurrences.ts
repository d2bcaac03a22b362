import { occurrence } from '../../../platforms/occurrence';
import { dayAt, dayText } from '../../../sandbox/frame/calendar';

/** Hours ahead of UTC. */
const MOSCOW = 3;

export const occurrences = [
	occurrence(
		'dayReady',
		({ adfox, now }, before) => {
			// Yesterday is ready from the start, as Moscow counts days.
			const day = dayText(dayAt(now(), MOSCOW) + before);
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
