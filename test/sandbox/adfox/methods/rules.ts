import type { Account } from '../account';
import { incorrect, missing, Refusal } from '../classic/answer';
import type { Parameters } from '../classic/checks';
import type { SentParameters } from '../classic/sent-parameters';
import { textOf, type StoredRow } from '../objects/collection';
import type { Kind } from '../objects/store';

/** Rules between parameters (sheet, 7.2, 11 and 2.10). `before` is the object as it is, empty for a new one. */

/** Errors: -6, -7. */
export function checkCampaign(account: Account, sent: SentParameters, before: StoredRow): void {
	const after = (name: string) => sent.get(name) ?? textOf(before, name);
	checkPeriod(account, sent, before);
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
}

/** Errors: -6, -7. */
export function checkWebsite(_account: Account, sent: SentParameters): void {
	if (sent.get('sendToErir') !== '1') return;
	needed(sent, 'platformName');
	const type = needed(sent, 'platformType');
	if (type === '0' || type === '1') needed(sent, 'url');
}

/** The section must belong to the site; `pli` and `pop` depend on `plp` (sheet, 2.10). Errors: -6, -7. */
export function checkPlace(account: Account, sent: SentParameters, row: StoredRow): void {
	const zone = sent.get('zoneID') ?? textOf(row, 'zoneID');
	const site = sent.get('siteID') ?? textOf(row, 'siteID');
	if (textOf(account.store.zone.get(zone), 'siteID') !== site) throw incorrect('zoneID', zone);
	const period = sent.get('plp') ?? '-1';
	if (period === '5' && (sent.get('pop') ?? '') === '') throw missing('pop');
	if (period !== '-1' && period !== '0') return;
	for (const name of ['pli', 'pop']) {
		const value = sent.get(name) ?? '';
		if (value !== '') throw new Refusal(-6, 'Incorrect value', name, value);
	}
}

/** Parameters that name another object. */
const REFERENCES: Readonly<Record<string, Kind>> = {
	...{ advertiserID: 'advertiser', assistantID: 'assistant', webmasterID: 'webmaster' },
	...{ superCampaignID: 'superCampaign', campaignID: 'campaign', targetingProfileID: 'targetingProfile' },
	...{ siteID: 'website', zoneID: 'zone', positionID: 'position', bannerTypeID: 'bannerType' },
	...{ categoryID: 'category', contractorID: 'contractor' },
};

/** Errors: -6 for an id that no object of the account has. */
export function checkReferences({ store }: Account, sent: SentParameters, parameters: Parameters): void {
	for (const [name, kind] of Object.entries(REFERENCES)) {
		const value = name in parameters ? (sent.get(name) ?? '0') : '0';
		if (value !== '0' && !store[kind].has(value)) throw incorrect(name, value);
	}
}

/** Errors: -6. */
export function checkPeriod(_account: Account, sent: SentParameters, before: StoredRow): void {
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
export function checkAccountName({ store }: Account, sent: SentParameters, before: StoredRow): void {
	const name = sent.get('account');
	if (name === undefined) return;
	const ownId = textOf(before, 'ID');
	for (const kind of ['advertiser', 'webmaster', 'assistant'] as const) {
		if (store[kind].idsWith('account', name).some((id) => id !== ownId)) {
			throw new Refusal(-8, 'Account already exists', 'account', name);
		}
	}
}

function checkPrice(sent: SentParameters): void {
	const cpm = needed(sent, 'cpm');
	if (Number(cpm) < 1) throw incorrect('cpm', cpm);
}
