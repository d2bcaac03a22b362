import { CredentialInvalidError } from '../../../connector/errors';
import { collectInTurns, Turns } from '../../../connector/rows';
import { credentialTest } from '../../shared/editor/credential-test';
import { dropdown, option } from '../../shared/editor/options';
import { idOf } from '../api';
import { eventTypes } from '../names/columns';
import { targetAds } from '../platform';
import type { TargetEvent } from '../schemas';

/**
 * All campaigns of the account, since reports of past periods need the inactive ones too. The editor finds an entry by
 * its label only, so the source is a part of it.
 */
export const getCampaigns = dropdown(targetAds, async (api) =>
	collectInTurns(
		await api.campaigns(false),
		(placement) => {
			const { placement_name, source_name, marketing_name } = placement;
			const label = [placement_name, source_name].filter(isText).join(' · ');
			const description = isText(marketing_name) ? marketing_name : undefined;
			return idOf(placement).map((id) => option(id, label, description));
		},
		new Turns(),
	),
);

/** Target events by name. Equal names in several categories are one filter value, so they are one entry (S15). */
export const getEventNames = dropdown(targetAds, async (api) => {
	const byName = new Map<string, string[]>();
	for (const event of await api.targetEvents()) {
		const { event_name: name } = event;
		if (isText(name)) byName.set(name, [...(byName.get(name) ?? []), describe(event)]);
	}
	return [...byName].map(([name, texts]) => ({ name, value: name, description: joined(texts, '; ') }));
});

/** Types of the account's target events, and those of the documentation's samples: they are other words (T11). */
export const getEventTypes = dropdown(targetAds, async (api) => {
	const byType = new Map<string, string[]>();
	for (const { event_type: type, event_name: name } of await api.targetEvents())
		if (isText(type)) byType.set(type, [...(byType.get(type) ?? []), ...(isText(name) ? [name] : [])]);
	const known = eventTypes.filter(({ value }) => !byType.has(value));
	const own = [...byType].map(([type, names]) => ({
		name: type,
		value: type,
		description: joined(names, ', '),
	}));
	return [...own, ...known];
});

export const targetAdsApiTest = credentialTest(targetAds, async (api) => {
	const info = await api.tokenInfo();
	if (info?.valid === false) throw new CredentialInvalidError('TargetADS says that the token is not valid.');
});

function describe({ event_type, event_category, description }: TargetEvent): string {
	const place = [event_type, event_category].filter(isText).join('/');
	return [place, description].filter(isText).join(': ');
}

function joined(texts: readonly string[], separator: string): string {
	return [...new Set(texts.filter(isText))].join(separator);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}
