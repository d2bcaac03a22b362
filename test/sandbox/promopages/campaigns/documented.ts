import { dayAt } from '../../frame/calendar';

import answer from './documented-answer.json';
import type { Campaign, CampaignRecord } from './record';

/** The campaign of the worked example in the documentation; the file is its answer, to the letter. */
const EXAMPLE: Campaign = answer.campaigns[0]!;

/** The third part of both cursors in the documented example: the start of both campaigns (3.1). */
const STARTED_AT = 1_583_850_430_514;

/** The campaign whose id ends the cursor that the documented example sends. */
const BEFORE: Campaign = {
	id: '5e67a3c420e81f743c624ee2',
	title: 'hola amigo',
	type: 'article',
	strategy: { name: 'full_read', maxDailyMoney: 10_000, fullReadCost: 2 },
	targeting: EXAMPLE.targeting,
	start: '2020-03-10T14:27:10Z',
	isArchived: true,
	publications: [
		{
			id: '5d67c6491ee34f00ad33c655',
			type: 'article',
			previews: [{ id: '5d67c6491ee34f00ad33c655', title: 'Как написать лаконичную рекламную статью' }],
		},
	],
};

/** The first campaigns of the first cabinet. The example request is for the second page of one campaign (trap 7). */
export function documentedCampaigns(): CampaignRecord[] {
	const first = dayAt(STARTED_AT, 3);
	return [BEFORE, EXAMPLE].map((campaign, number) => ({
		number,
		campaign,
		startedAt: STARTED_AT,
		days: { first, last: first + 60 },
		weight: 1,
	}));
}
