import type { Account } from '../account';
import { incorrect, missing, Refusal } from '../classic/refusal';
import type { SentParameters } from '../classic/sent-parameters';
import { textOf, type StoredRow } from '../objects/row';
import type { Kind } from '../objects/store';

/** Rules between parameters (sheet, 7.2, 11 and 2.10). `before` is the object as it is, empty for a new one. */

/** Errors: -6, -7. */
export function checkCampaign(account: Account, sent: SentParameters, before: StoredRow): void {
	const after = (name: string) => sent.get(name) ?? textOf(before, name);
	checkPeriod(sent, before);
	checkLevel(account, sent, after('kind_id'));
	if (sent.get('kind_id') === '2') checkPrice(sent);
	if (sent.get('rotationMethodID') === '1' && after('trafficPercents') === '')
		throw missing('trafficPercents');
	for (const name of ['impressionsSmoothTypeID', 'clicksSmoothTypeID']) {
		const value = sent.get(name) ?? '0';
		if (value !== '0' && after('dateEnd') === '') throw missing('dateEnd');
	}
	if (sent.get('sendToErir') === '1') needed(sent, 'contractID');
	if (sent.get('commonProfileID') !== undefined) {
		for (const name of ['targetingProfileID', 'bundleID']) {
			const value = sent.get(name);
			if (value !== undefined) throw incorrect(name, value);
		}
	}
	checkReferences(account, sent, [
		['advertiserID', 'advertiser'],
		['assistantID', 'assistant'],
		['superCampaignID', 'superCampaign'],
		['targetingProfileID', 'targetingProfile'],
	]);
}

/** Errors: -6 for an id that no object of the account has. */
export function checkReferences(
	{ store }: Account,
	sent: SentParameters,
	references: readonly (readonly [string, Kind])[],
): void {
	for (const [name, kind] of references) {
		const value = sent.get(name);
		if (value !== undefined && value !== '0' && !store[kind].has(value)) throw incorrect(name, value);
	}
}

/** Errors: -6. */
export function checkPeriod(sent: SentParameters, before: StoredRow): void {
	const end = sent.get('dateEnd');
	const start = sent.get('dateStart') ?? textOf(before, 'dateStart');
	const bound = end ?? textOf(before, 'dateEnd');
	if (bound !== '' && start !== '' && bound < start)
		throw incorrect(end === undefined ? 'dateStart' : 'dateEnd', bound);
}

/** Errors: -7. */
export function needed(sent: SentParameters, name: string): string {
	const value = sent.get(name);
	if (value === undefined) throw missing(name);
	return value;
}

/** The name of a user is unique (2.4). Errors: -8. */
export function checkAccountName({ store }: Account, sent: SentParameters, ownId?: string): void {
	const name = sent.get('account');
	if (name === undefined) return;
	for (const kind of ['advertiser', 'webmaster', 'assistant'] as const) {
		if (store[kind].idsWith('account', name).some((id) => id !== ownId)) {
			throw new Refusal(-8, 'Account already exists', 'account', name);
		}
	}
}

function checkLevel({ options }: Account, sent: SentParameters, kind: string): void {
	const level = sent.get('level');
	if (level === undefined) return;
	const [least, most] = !options.campaignTypes
		? [1, 10]
		: kind === '2'
			? [11, 11]
			: kind === '3'
				? [12, 20]
				: [1, 10];
	if (Number(level) < least || Number(level) > most) throw incorrect('level', level);
}

function checkPrice(sent: SentParameters): void {
	const cpm = needed(sent, 'cpm');
	if (Number(cpm) < 1) throw incorrect('cpm', cpm);
}
