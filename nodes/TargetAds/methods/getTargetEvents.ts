import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { fromAccount } from '../../shared/editor/editor-api';
import type { TargetEvent } from '../schemas';
import { targetAds } from '../platform';

/** Target events by name. Equal names in several categories are one filter value, so they are one entry (S15). */
export async function getTargetEvents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const events = await fromAccount(this, targetAds, (api) => api.targetEvents());
	const byName = new Map<string, INodePropertyOptions>();
	for (const event of events) {
		const { name, description } = byName.get(event.event_name) ?? { name: event.event_name, description: '' };
		byName.set(name, {
			name,
			value: name,
			description: [description, describe(event)].filter(Boolean).join('; '),
		});
	}
	return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}

function describe({ event_type, event_category, description }: TargetEvent): string {
	const place = [event_type, event_category].filter(Boolean).join('/');
	return [place, description].filter(Boolean).join(': ');
}
