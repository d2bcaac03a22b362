import type { Account } from '../account';
import { flag, id, required } from '../classic/checks';
import type { Done, Method, Parameters } from '../classic/method';
import { accessDenied, missing, Refusal } from '../classic/refusal';
import type { SentParameters } from '../classic/sent-parameters';
import type { Kind } from '../objects/store';

import { targetingsOf } from './targeting-parameters';

/** Lines in a targeting by URL (sheet, 4.2). */
const MAX_URLS = 5;

/** A period that the limits repeat in is given for the type "other period" only (2.8). */
const OTHER_PERIOD = '8';

interface Context {
	readonly object: 'campaign' | 'banner';
	readonly action: string;
	/** Parameter and kind of the placement that a targeting is set for. */
	readonly placement?: readonly [string, Kind];
}

const CONTEXTS: readonly Context[] = [
	{ object: 'campaign', action: 'target' },
	{ object: 'campaign', action: 'targetWebsite', placement: ['websiteID', 'website'] },
	{ object: 'campaign', action: 'targetZone', placement: ['zoneID', 'zone'] },
	{ object: 'campaign', action: 'targetPlace', placement: ['placeID', 'place'] },
	{ object: 'banner', action: 'target' },
];

/** What banners and campaigns are shown to (2.7 and 2.8). */
export const TARGETING: readonly Method[] = CONTEXTS.flatMap((context) =>
	Object.entries(targetingsOf(context.object, context.action)).map(
		([actionObject, { parameters, numbered }]): Method => ({
			object: context.object,
			action: context.action,
			actionObject,
			parameters: { ...parameters, ...contextParameters(context) },
			...(numbered && { numbered }),
			answer: { writes: (account, sent) => target(account, sent, context, actionObject) },
		}),
	),
);

/** `isRedefined` is asked for everywhere below the campaign itself. */
function contextParameters({ object, placement }: Context): Parameters {
	return {
		objectID: required(id),
		...(placement === undefined ? {} : { [placement[0]]: required(id) }),
		...(object === 'banner' || placement !== undefined ? { isRedefined: required(flag) } : {}),
	};
}

function target(account: Account, sent: SentParameters, context: Context, actionObject: string): Done {
	const { object, placement } = context;
	const owner = sent.need('objectID');
	if (!account.store[object].has(owner)) throw accessDenied();
	const place = placement === undefined ? '' : ` ${placement[1]} ${sent.need(placement[0])}`;
	if (placement !== undefined && !account.store[placement[1]].has(sent.need(placement[0])))
		throw accessDenied();
	if (actionObject === 'targetingFrequency') checkFrequency(sent);
	if (actionObject === 'targetingUrl') checkUrls(sent);
	const values = Object.entries(sent.record()).map(([name, value]) => [name, String(value)] as const);
	account.targetings.set(
		`${object} ${owner}${place} ${actionObject}`,
		Object.fromEntries(values.filter(([name]) => name !== 'objectID')),
	);
	return { ids: [owner] };
}

function checkFrequency(sent: SentParameters): void {
	for (const what of ['Impressions', 'Clicks']) {
		const isOther = sent.get(`frequencyType${what}`) === OTHER_PERIOD;
		if (isOther && sent.get(`uniquePeriod${what}`) === undefined) throw missing(`uniquePeriod${what}`);
	}
}

function checkUrls(sent: SentParameters): void {
	if (sent.get('templateType') === '3') throw new Refusal(-6, 'Type 3 is not allowed', 'templateType', '3');
	for (const name of ['targetingUrlOn', 'targetingUrlOff']) {
		const lines = (sent.get(name) ?? '').split('\n').filter((line) => line.trim() !== '');
		if (lines.length > MAX_URLS) throw new Refusal(-6, `Maximum allowed referrers ${MAX_URLS}`, name);
	}
}
