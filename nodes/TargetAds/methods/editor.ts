import type { INodePropertyOptions } from 'n8n-workflow';

import { CredentialInvalidError } from '../../../connector/errors';
import { credentialTest } from '../../shared/editor/credential-test';
import { dropdown, option } from '../../shared/editor/options';
import { idOf } from '../api';
import { targetAds } from '../platform';
import type { TargetEvent } from '../schemas';

/** All campaigns of the account, since reports of past periods need the inactive ones too. */
export const getCampaigns = dropdown(targetAds, async (api) =>
	(await api.campaigns(false)).flatMap((placement) => {
		const { placement_name, source_name, marketing_name } = placement;
		const description = [source_name, marketing_name].filter(Boolean).join(' · ');
		return idOf(placement).map((id) => option(id, placement_name, description));
	}),
);

/** Target events by name. Equal names in several categories are one filter value, so they are one entry (S15). */
export const getTargetEvents = dropdown(targetAds, async (api) => {
	const byName = new Map<string, INodePropertyOptions>();
	for (const event of await api.targetEvents()) {
		const { event_name: name } = event;
		if (typeof name !== 'string') continue;
		const description = [byName.get(name)?.description, describe(event)].filter(Boolean).join('; ');
		byName.set(name, { name, value: name, description });
	}
	return [...byName.values()];
});

export const targetAdsApiTest = credentialTest(targetAds, async (api) => {
	const info = await api.tokenInfo();
	if (info?.valid === false) throw new CredentialInvalidError('TargetADS says that the token is not valid.');
});

function describe({ event_type, event_category, description }: TargetEvent): string {
	const place = [event_type, event_category].filter(Boolean).join('/');
	return [place, description].filter(Boolean).join(': ');
}
