import { ResponseInvalidError } from '../../../connector/errors';
import { areNamedBy, isRow, type Row } from '../../../connector/rows';
import { getMany } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import type { Throttling } from '../schemas';

export const getAll = getMany<MyTargetApi>('rate limits', {
	description: 'Get the request limits of the account and what is left of them',
	fields: [],
	async *rows({ api }) {
		const rows = rateLimitRows(await api.throttling());
		if (!areNamedBy('limit')(rows))
			throw new ResponseInvalidError('The platform sent something else than rate limits.');
		yield rows;
	},
});

/**
 * One row per resource, version, action and window (in seconds). Version `all` holds for all versions together, and
 * every limit that applies binds at once (trap 3, 7); a limit of 0 means no access (trap 4).
 */
export function rateLimitRows(throttling: Throttling): Row[] {
	return rowsOf(throttling, (resource, versions) =>
		rowsOf(versions, (version, actions) =>
			rowsOf(actions, (action, windows) =>
				rowsOf(windows?.limits, (seconds, limit) => [
					{
						resource,
						version,
						action,
						window: Number(seconds),
						limit,
						remaining: remainingOf(windows?.remaining, seconds),
					},
				]),
			),
		),
	);
}

/** Where they do not come by their seconds, what came in their place. */
function remainingOf(remaining: unknown, seconds: string): unknown {
	return (isRow(remaining) ? remaining[seconds] : remaining) ?? null;
}

/** What has another form comes as a row without anything. */
function rowsOf<Part>(
	parts: Readonly<Record<string, Part>> | null | undefined,
	of: (name: string, part: Part) => Row[],
): Row[] {
	if (parts === null || parts === undefined) return [{}];
	return Object.entries(parts).flatMap(([name, part]) => of(name, part));
}
