import type { INodeProperties } from 'n8n-workflow';

import type { Observe } from '../../../connector/events';
import { lookUpForHint } from '../../shared/operations/look-up-for-hint';
import { nameListField } from '../../shared/parameters/name-list-field';
import type { TargetAdsApi } from '../api';
import { eventTypes } from '../fields';

export const eventTypesField: INodeProperties = nameListField(eventTypes, {
	displayName: 'Event Types',
	name: 'eventTypes',
	default: [],
	description: 'Which target events to count, by type; left empty, all. Type in names that the list lacks.',
});

export const eventNamesField: INodeProperties = {
	displayName: 'Event Names or IDs',
	name: 'eventNames',
	type: 'multiOptions',
	allowArbitraryValues: true,
	typeOptions: { loadOptionsMethod: 'getTargetEvents' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	hint: 'Left empty, all target events count',
};

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
