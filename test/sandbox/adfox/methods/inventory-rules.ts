import type { Account } from '../account';
import { incorrect, missing, Refusal } from '../classic/refusal';
import type { SentParameters } from '../classic/sent-parameters';
import { textOf, type StoredRow } from '../objects/row';

import { checkReferences, needed } from './rules';

/** Errors: -6, -7. */
export function checkWebsite(account: Account, sent: SentParameters): void {
	checkReferences(account, sent, [
		['webmasterID', 'webmaster'],
		['categoryID', 'category'],
		['contractorID', 'contractor'],
	]);
	if (sent.get('sendToErir') !== '1') return;
	needed(sent, 'platformName');
	const type = needed(sent, 'platformType');
	if (type === '0' || type === '1') needed(sent, 'url');
}

/** The section must belong to the site; `pli` and `pop` depend on `plp` (sheet, 2.10). Errors: -6, -7. */
export function checkPlace(account: Account, sent: SentParameters, row: StoredRow): void {
	checkReferences(account, sent, [
		['siteID', 'website'],
		['zoneID', 'zone'],
		['bannerTypeID', 'bannerType'],
		['positionID', 'position'],
		['categoryID', 'category'],
	]);
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
