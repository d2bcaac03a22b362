import { LEVELS, type Account, type PlacementLevel } from '../account';
import {
	clock,
	clockWithSeconds,
	dateTime,
	day,
	each,
	flag,
	id,
	integer,
	oneOf,
	required,
	type Parameters,
} from '../classic/checks';
import type { Done, Method } from '../classic/method';
import { accessDenied, missing, Refusal } from '../classic/answer';
import type { SentParameters } from '../classic/sent-parameters';

import { CLICK_LIMITS, IMPRESSION_LIMITS } from './parameters';

/** The names that the refusal uses (sheet, 4.2). */
const REFUSED_NAMES: Readonly<Record<PlacementLevel, string>> = {
	website: 'siteId',
	zone: 'zoneId',
	place: 'placeId',
};

/** Where campaigns are served (2.7). */
const PLACING = LEVELS.map((level): Method => ({
	object: 'campaign',
	action: 'placing',
	actionObject: level,
	parameters: {
		objectID: required(id),
		// 0 has a refusal of its own.
		actionObjectID: required(integer(0)),
		actionStatus: required(flag),
		rotationMethodID: oneOf('-1', '0', '1'),
		dateStart: dateTime,
		dateEnd: dateTime,
		targetingProfileID: id,
		...(level === 'website' ? { ...IMPRESSION_LIMITS, ...CLICK_LIMITS } : {}),
	},
	answer: { writes: (account, sent) => place(account, sent, level) },
}));

function place({ store, placements }: Account, sent: SentParameters, level: PlacementLevel): Done {
	const campaign = sent.need('objectID');
	const target = sent.need('actionObjectID');
	if (target === '0') throw new Refusal(-6, `Value for '${REFUSED_NAMES[level]}' is required`);
	if (!store.campaign.has(campaign) || !store[level].has(target)) throw accessDenied();
	if (placements.isPlacedUpper(campaign, level, target)) return { ids: [], isPlacedUpper: true };
	placements.switch(campaign, level, target, sent.need('actionStatus') === '1');
	return { ids: [campaign] };
}

const limit = integer(1);

const FREQUENCY: Parameters = {
	objectID: required(id),
	isRedefined: required(flag),
	...each(limit, 'maxUniqueImpressions maxUniqueClicks minUniqueImpressions avgUniqueImpressions'),
	datePeriod: day,
	...each(integer(0, 9), 'frequencyTypeImpressions frequencyTypeClicks'),
	...each(clock, 'uniquePeriodImpressions uniquePeriodClicks'),
	...each(integer(0), 'impressionsPerPeriod clicksPerPeriod'),
	...each(clockWithSeconds, 'minimalPeriodImpressions minimalPeriodClicks'),
};

/** The limits repeat in a period of their own for this type only, which then needs it (2.8). */
const OTHER_PERIOD = '8';

/** How often one person sees a banner (2.8). */
const TARGETING: Method = {
	object: 'banner',
	action: 'target',
	actionObject: 'targetingFrequency',
	parameters: FREQUENCY,
	answer: { writes: target },
};

function target(account: Account, sent: SentParameters): Done {
	const banner = sent.need('objectID');
	if (!account.store.banner.has(banner)) throw accessDenied();
	for (const what of ['Impressions', 'Clicks']) {
		const isOther = sent.get(`frequencyType${what}`) === OTHER_PERIOD;
		if (isOther && sent.get(`uniquePeriod${what}`) === undefined) throw missing(`uniquePeriod${what}`);
	}
	const values = Object.entries(sent.record()).map(([name, value]) => [name, String(value)] as const);
	account.targetings.set(
		`banner ${banner} targetingFrequency`,
		Object.fromEntries(values.filter(([name]) => name !== 'objectID')),
	);
	return { ids: [banner] };
}

export const SERVING: readonly Method[] = [...PLACING, TARGETING];
