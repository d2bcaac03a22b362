import type { INodeProperties } from 'n8n-workflow';

/** What a platform waits for by default, in seconds. */
export interface RequestDefaults {
	readonly maxWaitSeconds: number;
	readonly timeoutSeconds: number;
	/** The platform tells a budget of requests, of which a part can be taken. */
	readonly tellsBudget?: true;
}

export const DEFAULT_MAX_RETRIES = 3;
export const MOST_RETRIES = 20;

const budgetShareOption: INodeProperties = {
	displayName: 'Budget Share',
	name: 'budgetShare',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
	default: 1,
	description:
		"Part of the account's request budget that this node may use, from 0 to 1. Lower it when several workers use one account at the same time.",
};

/** Options that every operation has, because every operation sends requests. */
export function requestOptions({
	maxWaitSeconds,
	timeoutSeconds,
	tellsBudget,
}: RequestDefaults): INodeProperties[] {
	return [
		...(tellsBudget === true ? [budgetShareOption] : []),
		{
			displayName: 'Max Retries',
			name: 'maxRetries',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: MOST_RETRIES },
			default: DEFAULT_MAX_RETRIES,
			description: 'How often to repeat a request that failed for a passing reason',
		},
		{
			displayName: 'Max Wait',
			name: 'maxWait',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: maxWaitSeconds,
			description:
				'Longest single wait in seconds. When the platform asks to wait longer, the node ends and says how long.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: timeoutSeconds,
			description: 'How many seconds the platform may stay silent before a request is given up',
		},
	];
}
