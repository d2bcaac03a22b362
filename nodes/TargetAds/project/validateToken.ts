import type { SingleOperation } from '../../shared/operations/operation';
import type { TargetAdsApi } from '../api';
import { expiryOf, tokenState, warnBeforeDays } from './token';

export const validateToken: SingleOperation<TargetAdsApi> = {
	name: 'Validate Token',
	value: 'validateToken',
	description: 'Check whether the access token is valid, what it may do and when it expires',
	action: 'Validate the access token',
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
		const { project_id, is_admin, campaign_access, expires_at } = state.info ?? {};
		yield [
			{
				valid: true,
				projectId: project_id ?? null,
				isAdmin: is_admin ?? null,
				campaignAccess: campaign_access ?? null,
				expiresAt: expires_at ?? null,
				...expiryOf(expires_at, clock.now(), days),
			},
		];
	},
};
