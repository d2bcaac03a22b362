import type { Account } from '../account';
import { dateTime, flag, id, integer, oneOf, required } from '../classic/checks';
import type { Done, Method } from '../classic/method';
import { accessDenied, Refusal } from '../classic/refusal';
import type { SentParameters } from '../classic/sent-parameters';
import { LEVELS, type PlacementLevel } from '../placements';

import { CLICK_LIMITS, IMPRESSION_LIMITS } from './campaign-parameters';

/** The names that the refusal uses (sheet, 4.2). */
const REFUSED_NAMES: Readonly<Record<PlacementLevel, string>> = {
	website: 'siteId',
	zone: 'zoneId',
	place: 'placeId',
};

/** Where campaigns and banners are served (2.7 and 2.8). */
export const PLACING: readonly Method[] = [
	...LEVELS.map((level): Method => ({
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
	})),
	{
		object: 'banner',
		action: 'modify',
		actionObject: 'placement',
		parameters: { objectID: required(id), type: required(oneOf('websites')) },
		numbered: [[/^_(site|section|place)[1-9]\d*$/, oneOf('on', 'off')]],
		answer: { writes: switchBanner },
	},
];

function place({ store, placements }: Account, sent: SentParameters, level: PlacementLevel): Done {
	const campaign = sent.need('objectID');
	const target = sent.need('actionObjectID');
	if (target === '0') throw new Refusal(-6, `Value for '${REFUSED_NAMES[level]}' is required`);
	if (!store.campaign.has(campaign) || !store[level].has(target)) throw accessDenied();
	if (placements.isPlacedUpper(campaign, level, target)) return { ids: [], isPlacedUpper: true };
	placements.switch(campaign, level, target, sent.need('actionStatus') === '1');
	return { ids: [campaign] };
}

const BY_PREFIX = { site: 'website', section: 'zone', place: 'place' } as const;

/** Placements that are not there are the part that was not done (4.1). */
function switchBanner({ store, placements }: Account, sent: SentParameters): Done {
	const banner = sent.need('objectID');
	if (!store.banner.has(banner)) throw accessDenied();
	const unknown: string[] = [];
	for (const name of sent.names()) {
		const match = /^_(site|section|place)([1-9]\d*)$/.exec(name);
		if (match === null) continue;
		const level = BY_PREFIX[match[1] as keyof typeof BY_PREFIX];
		if (store[level].has(match[2]!)) placements.switch(banner, level, match[2]!, sent.need(name) === 'on');
		else unknown.push(name);
	}
	const message = `Not found: ${unknown.join(', ')}`;
	return { ids: [banner], ...(unknown.length === 0 ? {} : { message }) };
}
