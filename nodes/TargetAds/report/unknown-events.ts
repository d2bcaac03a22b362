import type { Observe } from '../../../connector/events';
import { lookUpForHint } from '../../shared/operations/look-up-for-hint';
import type { TargetAdsApi } from '../api';

/** Tells names that the project does not have. They are sent all the same: an empty filter could mean "all" (S14). */
export async function remarkUnknownEvents(
	names: readonly string[],
	api: TargetAdsApi,
	observe: Observe,
): Promise<void> {
	if (names.length === 0) return;
	await lookUpForHint(observe, async () => {
		const known = new Set((await api.targetEvents()).map(({ event_name }) => event_name));
		const unknown = names.filter((name) => !known.has(name));
		if (unknown.length > 0)
			observe({
				type: 'remark',
				text: `The project has no target event with the name ${unknown.join(', ')}.`,
			});
	});
}
