import type { Row } from '../../../connector/rows';
import { getMany } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import type { Throttling } from '../schemas';

export const getAll = getMany<MyTargetApi>('rate limits', {
	description: 'Get the request limits of the account and what is left of them',
	fields: [],
	async *rows({ api }) {
		yield rateLimitRows(await api.throttling());
	},
});

/**
 * One row per resource, version, action and window (in seconds). Version `all` holds for all versions together, and
 * every limit that applies binds at once (trap 3, 7); a limit of 0 means no access (trap 4).
 */
export function rateLimitRows(throttling: Throttling): Row[] {
	return Object.entries(throttling).flatMap(([resource, versions]) =>
		Object.entries(versions).flatMap(([version, actions]) =>
			Object.entries(actions).flatMap(([action, { limits, remaining = {} }]) =>
				Object.entries(limits).map(([seconds, limit]) => ({
					resource,
					version,
					action,
					window: Number(seconds),
					limit,
					remaining: remaining[seconds] ?? null,
				})),
			),
		),
	);
}
