import type { INodeProperties } from 'n8n-workflow';

import { numberOption } from './number-option';
import type { Parameters } from './parameters';

/** What a platform waits for by default, in seconds. */
export interface RequestDefaults {
	readonly maxWaitSeconds: number;
	readonly timeoutSeconds: number;
	/** The platform tells a budget of requests, of which a part can be taken. */
	readonly tellsBudget?: true;
	/** A locator for another account than the credential's own one, where a credential opens several. */
	readonly otherAccount?: INodeProperties;
}

export interface RequestSettings extends Pick<RequestDefaults, 'maxWaitSeconds' | 'timeoutSeconds'> {
	readonly maxRetries: number;
	/** 0 to 1. */
	readonly budgetShare: number;
	/** Absent for the credential's own one. */
	readonly otherAccount?: string;
}

const budgetShare = numberOption({
	displayName: 'Budget Share',
	name: 'budgetShare',
	minimum: 0,
	maximum: 1,
	precision: 2,
	default: 1,
	description:
		"Part of the account's request budget that this node may use, from 0 to 1. Lower it when several workers use one account at the same time.",
});

const maxRetries = numberOption({
	displayName: 'Max Retries',
	name: 'maxRetries',
	minimum: 0,
	maximum: 20,
	default: 3,
	description: 'How often to repeat a request that failed for a passing reason',
});

const maxWait = ({ maxWaitSeconds }: RequestDefaults) =>
	numberOption({
		displayName: 'Max Wait',
		name: 'maxWait',
		minimum: 0,
		precision: Infinity,
		default: maxWaitSeconds,
		description:
			'Longest single wait in seconds, whoever asks for it. When a longer one is needed, the node ends at once and says how long.',
	});

const timeout = ({ timeoutSeconds }: RequestDefaults) =>
	numberOption({
		displayName: 'Timeout',
		name: 'timeout',
		minimum: 1,
		precision: Infinity,
		default: timeoutSeconds,
		description: 'How many seconds the platform may stay silent before a request is given up',
	});

/** Options that every operation has, because every operation sends requests. */
export function requestOptions(defaults: RequestDefaults): INodeProperties[] {
	return [
		...(defaults.otherAccount === undefined ? [] : [defaults.otherAccount]),
		...(defaults.tellsBudget === true ? [budgetShare.field] : []),
		maxRetries.field,
		maxWait(defaults).field,
		timeout(defaults).field,
	];
}

/** @param graceSeconds added to a time-out that the user did not set. @throws {ParameterError} */
export function readRequestSettings(
	parameters: Parameters,
	{ timeoutSeconds, otherAccount, ...defaults }: RequestDefaults,
	graceSeconds: number,
): RequestSettings {
	return {
		otherAccount: otherAccount && parameters.optionLocator(otherAccount.name),
		budgetShare: budgetShare.read(parameters),
		maxRetries: maxRetries.read(parameters),
		maxWaitSeconds: maxWait({ timeoutSeconds, ...defaults }).read(parameters),
		timeoutSeconds: timeout({ ...defaults, timeoutSeconds: timeoutSeconds + graceSeconds }).read(parameters),
	};
}
