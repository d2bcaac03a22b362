import type { Account } from '../account';
import { day, id, ids, integer, oneOf, text, type Parameters } from '../classic/checks';
import type { Listing } from '../classic/envelope';
import { listing, type Method } from '../classic/method';
import type { SentParameters } from '../classic/sent-parameters';
import { textOf, type AdfoxRow, type StoredRow } from '../objects/collection';
import { rowOf, type Kind } from '../objects/store';

/** 0 is the default and means all objects (sheet, 2.3). */
const anyId = integer(0);
/** Without the views of targeting, which the node does not offer. */
const completeness = oneOf('advanced', 'common', 'short');

const SHORT: Partial<Record<Kind, string>> = {
	superCampaign: 'ID name status dateStart dateEnd dateFinished',
	campaign: 'ID name status dateStart dateEnd dateFinished',
	banner: 'ID bannerTypeID templateID campaignID status dateStart dateEnd',
};

/** Lists of `account` whose rows are the objects themselves. */
export const OBJECT_LISTS: readonly Method[] = [
	list('campaign', {
		superCampaignID: id,
		dateAddedFrom: day,
		dateAddedTo: day,
		show: completeness,
		search: text,
	}),
	list('superCampaign', { dateAddedFrom: day, dateAddedTo: day, show: completeness, search: text }),
	list('banner', { listCampaignIDs: ids, show: completeness, search: text }),
	list('advertiser'),
	list('webmaster'),
	list('assistant'),
	list('website'),
	list('zone', { actionObjectID2: anyId }),
	list('place', { actionObjectID2: anyId }),
	list('position'),
	list('bannerType'),
	list('contractor'),
	list('contract'),
	list('category'),
	list('targetingProfile'),
	list('tracingPoint'),
];

function list(kind: Kind, parameters: Parameters = {}): Method {
	return {
		object: 'account',
		action: 'list',
		actionObject: kind,
		parameters: { actionObjectID: anyId, ...parameters },
		answer: { reads: (account, sent) => listed(account, kind, sent) },
	};
}

function listed(account: Account, kind: Kind, sent: SentParameters): Listing {
	const show = sent.get('show') ?? 'advanced';
	const wanted = filters(kind, sent);
	const objects = account.store[kind].all().filter((row) => wanted.every((fits) => fits(row)));
	return listing(objects, (stored) => {
		const row = rowOf(account.store, kind, stored);
		const fields = show === 'common' ? 'ID name' : show === 'short' ? SHORT[kind] : undefined;
		return fields === undefined ? row : narrowed(row, fields.split(' '));
	});
}

type Fits = (row: StoredRow) => boolean;

function filters(kind: Kind, sent: SentParameters): Fits[] {
	const fits: Fits[] = [];
	const equal = (parameter: string, field: string) => {
		const value = sent.get(parameter);
		if (value !== undefined && value !== '0') fits.push((row) => textOf(row, field) === value);
	};
	equal('actionObjectID', 'ID');
	equal('actionObjectID2', 'siteID');
	if (kind === 'campaign') equal('superCampaignID', 'superCampaignID');
	if (kind === 'banner') {
		const campaigns = sent.get('listCampaignIDs')?.split(',');
		if (campaigns !== undefined) fits.push((row) => campaigns.includes(textOf(row, 'campaignID')));
	}
	if (kind === 'campaign' || kind === 'superCampaign') {
		const [from, to] = [sent.get('dateAddedFrom'), sent.get('dateAddedTo')];
		if (from !== undefined) fits.push((row) => textOf(row, 'dateAdded').slice(0, 10) >= from);
		if (to !== undefined) fits.push((row) => textOf(row, 'dateAdded').slice(0, 10) <= to);
	}
	const isSearched = kind === 'campaign' || kind === 'banner' || kind === 'superCampaign';
	const search = isSearched ? sent.get('search')?.toLowerCase() : undefined;
	if (search !== undefined) fits.push((row) => textOf(row, 'name').toLowerCase().includes(search));
	return fits;
}

function narrowed(row: AdfoxRow, fields: readonly string[]): AdfoxRow {
	return Object.fromEntries(fields.map((field) => [field, row[field] ?? ''] as const));
}
