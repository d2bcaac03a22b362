import type { INodeProperties } from 'n8n-workflow';

/** A number that the platform's limits bound. */
export interface Bounds {
	readonly default: number;
	readonly maximum: number;
}

export function daysPerRequestOption(
	{ default: value, maximum }: Bounds,
	description: string,
): INodeProperties {
	return {
		displayName: 'Days per Request',
		name: 'daysPerRequest',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: maximum },
		default: value,
		description,
	};
}

export function idsPerRequestOption({ default: value, maximum }: Bounds, what: string): INodeProperties {
	return {
		displayName: 'IDs per Request',
		name: 'idsPerRequest',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: maximum },
		default: value,
		description: `How many ${what} to ask for at once. Smaller requests are safer, larger ones fewer.`,
	};
}

export function pageSizeOption({ default: value, maximum }: Bounds): INodeProperties {
	return {
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: maximum },
		default: value,
		description: 'How many rows to load per request',
	};
}

export function maxConcurrencyOption({ default: value, maximum }: Bounds): INodeProperties {
	return {
		displayName: 'Max Concurrency',
		name: 'maxConcurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: maximum },
		default: value,
		description: 'How many parts of the report to load at the same time',
	};
}
