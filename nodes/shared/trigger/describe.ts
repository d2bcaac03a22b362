import type { INodeProperties } from 'n8n-workflow';

import { requestOptions } from '../parameters/request-options';
import type { Platform } from '../platform/platform';
import type { TriggerEvent } from './event';

export const EVENT = 'event';

/** All parameters of a trigger node: the events, each with its own below it. */
export function describeEvents<Api>(
	events: readonly TriggerEvent<Api>[],
	{ defaults }: Pick<Platform<Api>, 'defaults'>,
): INodeProperties[] {
	const first = events[0]?.value ?? '';
	return [
		{
			displayName: 'Event',
			name: EVENT,
			type: 'options',
			noDataExpression: true,
			options: events.map(({ name, value, description }) => ({ name, value, description })),
			default: first,
			description: 'What starts the workflow',
		},
		...events.flatMap(({ value, fields }) =>
			fields.map((field) => ({
				...field,
				displayOptions: {
					...field.displayOptions,
					show: { [EVENT]: [value], ...field.displayOptions?.show },
				},
			})),
		),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: requestOptions(defaults),
		},
	];
}
