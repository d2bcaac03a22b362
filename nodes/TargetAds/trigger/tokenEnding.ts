import type { INodeProperties } from 'n8n-workflow';

import type { Row } from '../../../connector/rows';
import type { TriggerEvent } from '../../shared/trigger/event';
import type { TargetAdsApi } from '../api';
import { expiryOf, tokenState } from '../project/token';

const daysBefore: INodeProperties = {
	displayName: 'Days Before',
	name: 'daysBefore',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 14,
	description:
		'How many days before its end to start the workflow; it starts once more when the token has ended',
};

export const tokenEnding: TriggerEvent<TargetAdsApi> = {
	name: 'Token Ending',
	value: 'tokenEnding',
	description: 'When the access token of the credential ends soon, or is not accepted any more',
	fields: [daysBefore],
	none: 'The token is valid for longer than Days Before, or the platform does not tell its end. Raise it for the test.',
	watch(parameters) {
		const days = parameters.wholeNumber(daysBefore.name, { minimum: 1, default: 14 });
		return {
			async *look({ api, clock, redact, reachedEnd }) {
				const state = await tokenState(api, redact);
				const { project_id, expires_at } = state.valid ? (state.info ?? {}) : {};
				yield [
					{
						valid: state.valid,
						...(state.valid ? {} : { reason: state.reason }),
						projectId: project_id ?? null,
						expiresAt: expires_at ?? null,
						...expiryOf(expires_at, clock.now(), days),
					},
				];
				reachedEnd(true);
			},
			idOf: () => 'token',
			stateOf: stageOf,
			matters: ({ stage }) => stage !== 'valid',
		};
	},
};

/** Its end is part of it while it lasts, so that each token is told of by itself. */
function stageOf({ valid, expiresAt, expiresSoon, daysUntilExpiry }: Row): Row {
	if (valid === false || (typeof daysUntilExpiry === 'number' && daysUntilExpiry < 0))
		return { stage: 'ended' };
	return { stage: expiresSoon === true ? 'ending' : 'valid', expiresAt };
}
