import type { SingleOperation } from '../../shared/operations/operation';
import type { TargetAdsApi } from '../api';
import { expiryOf, tokenState, warnBeforeDays } from './token';

export const checkAccess: SingleOperation<TargetAdsApi> = {
	name: 'Check Access',
	value: 'checkAccess',
	description:
		'Check whether the token is valid and how many days it has left, and count the campaigns and target events that it gives access to',
	action: 'Check the access to the project',
	gives: 'items',
	fields: [],
	options: [warnBeforeDays.field],
	async *rows({ api, parameters, clock, redact }) {
		const days = warnBeforeDays.read(parameters);
		const state = await tokenState(api, redact);
		if (!state.valid) {
			yield [{ valid: false, reason: state.reason }];
			return;
		}
		// All campaigns, since those without impressions in the last days can be read as well (S8).
		const campaigns = await api.campaigns(false);
		const targetEvents = await api.targetEvents();
		yield [
			{
				valid: true,
				...expiryOf(state.info?.expires_at, clock.now(), days),
				campaigns: campaigns.length,
				targetEvents: targetEvents.length,
			},
		];
	},
};
