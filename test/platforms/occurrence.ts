import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';

/** An event of a trigger node, and what makes it happen at the platform. */
export interface Occurrence {
	readonly event: string;
	/** Besides the event. */
	readonly parameters?: INodeParameters;
	/** Faults that are this event themselves, by their names. */
	readonly except?: readonly string[];
	/** How often it has to happen to fill more than a page by itself. */
	readonly morePages?: number;
	/** Makes it happen once more, to another object than before. */
	readonly happens: (sandbox: Sandbox) => void;
}

/** The same, with how often it has happened in this sandbox before. */
export function occurrence(
	event: string,
	happens: (sandbox: Sandbox, before: number) => void,
	parameters?: INodeParameters,
): Occurrence {
	const times = new WeakMap<Sandbox, number>();
	return {
		event,
		...(parameters && { parameters }),
		happens: (sandbox) => {
			const before = times.get(sandbox) ?? 0;
			happens(sandbox, before);
			times.set(sandbox, before + 1);
		},
	};
}
