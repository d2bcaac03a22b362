import type { Account } from '../account';
import { each, id, required, text, type Parameter, type Parameters } from '../classic/checks';
import type { Method } from '../classic/method';
import { accessDenied, incorrect, missing } from '../classic/answer';
import type { SentParameters } from '../classic/sent-parameters';
import { templateParameters } from '../objects/campaigns';
import * as BLANK from '../objects/blank';
import { textOf, type StoredRow } from '../objects/collection';
import type { Kind } from '../objects/store';

import * as fields from './parameters';
import * as rules from './rules';

/** What is checked before the parameters are taken over. `row` is the object as it is; a new one is blank. */
type Check = (account: Account, sent: SentParameters, row: StoredRow) => void;

const nothingMore: Check = () => {};
const PLACE_ADD: Parameters = { ...fields.PLACE_MODIFY, ...each(id, 'siteID zoneID bannerTypeID') };

/** `account/add` (sheet, 2.4): the new object's id in `status/ID`. */
export const ADD: readonly Method[] = [
	add('campaign', BLANK.CAMPAIGN, needing(fields.CAMPAIGN_ADD, 'name'), inherit),
	add(
		'superCampaign',
		BLANK.SUPER_CAMPAIGN,
		needing(fields.SUPER_CAMPAIGN_ADD, 'name', 'advertiserID'),
		rules.checkPeriod,
	),
	{
		...add('banner', BLANK.BANNER, needing(fields.BANNER_ADD, 'campaignID'), prepareBanner),
		numbered: fields.BANNER_NUMBERED,
	},
	add('advertiser', BLANK.ADVERTISER, needing(fields.USER, 'account', 'eMail'), rules.checkAccountName),
	add('website', BLANK.WEBSITE, needing(fields.WEBSITE, 'name'), rules.checkWebsite),
	add('zone', BLANK.ZONE, needing({ ...fields.ZONE_MODIFY, siteID: id }, 'name', 'siteID'), nothingMore),
	add(
		'place',
		BLANK.PLACE,
		needing(PLACE_ADD, 'name', 'siteID', 'zoneID', 'bannerTypeID', 'positionID'),
		rules.checkPlace,
	),
	add('position', BLANK.POSITION, { name: required(text) }, nothingMore),
	add('contractor', BLANK.CONTRACTOR, needing(fields.CONTRACTOR, 'name', 'inn', 'type'), nothingMore),
];

/** Changes of objects (sheet, 2.7 to 2.9): what is not sent stays as it is. */
export const MODIFY: readonly Method[] = [
	modify('superCampaign', fields.SUPER_CAMPAIGN_MODIFY, rules.checkPeriod),
	modify('campaign', fields.CAMPAIGN_MODIFY, rules.checkCampaign),
	{
		...modify('banner', fields.BANNER_MODIFY, rules.checkPeriod),
		actionObject: 'banner',
		numbered: fields.BANNER_NUMBERED,
	},
	modify('advertiser', fields.USER, rules.checkAccountName),
	modify('website', fields.WEBSITE, rules.checkWebsite),
	modify('zone', fields.ZONE_MODIFY, nothingMore),
	modify('place', fields.PLACE_MODIFY, rules.checkPlace),
];

function add(kind: Kind, empty: StoredRow, parameters: Parameters, check: Check): Method {
	return {
		object: 'account',
		action: 'add',
		actionObject: kind,
		parameters,
		answer: {
			writes: (account, sent) => {
				const row = { ...empty };
				rules.checkReferences(account, sent, parameters);
				check(account, sent, row);
				assign(kind, row, sent);
				if (Object.hasOwn(row, 'dateAdded')) row.dateAdded = account.timestamp;
				const newId = account.add(kind, row);
				return { ids: [newId], newId };
			},
		},
	};
}

function modify(kind: Kind, parameters: Parameters, check: Check): Method {
	return {
		object: kind,
		action: 'modify',
		parameters: { ...parameters, objectID: required(id) },
		answer: {
			writes: (account, sent) => {
				const changed = sent.need('objectID');
				const row = account.store[kind].get(changed);
				if (row === undefined) throw accessDenied();
				rules.checkReferences(account, sent, parameters);
				check(account, sent, row);
				assign(kind, row, sent);
				return { ids: [changed] };
			},
		},
	};
}

function needing(parameters: Parameters, ...names: readonly string[]): Parameters {
	const needed = names.map((name): [string, Parameter] => [name, required(parameters[name]!)]);
	return { ...parameters, ...Object.fromEntries(needed) };
}

/** Advertiser and assistant come from the super campaign, and are asked for without one. */
function inherit(account: Account, sent: SentParameters, row: StoredRow): void {
	rules.checkCampaign(account, sent, row);
	const parent = sent.get('superCampaignID');
	if (parent === undefined) {
		rules.needed(sent, 'advertiserID');
		return;
	}
	const superCampaign = account.store.superCampaign.get(parent);
	if (superCampaign === undefined) throw accessDenied();
	row.superCampaignID = parent;
	row.advertiserID = textOf(superCampaign, 'advertiserID');
	row.assistantID = textOf(superCampaign, 'assistantID');
}

/** A template, or (a rule of an earlier edition) a banner type. */
function prepareBanner(account: Account, sent: SentParameters, row: StoredRow): void {
	rules.checkPeriod(account, sent, row);
	const templateID = sent.get('templateID');
	if (templateID === undefined) {
		if (sent.get('bannerTypeID') === undefined) throw missing('templateID');
		return;
	}
	const template = account.store.template.get(templateID);
	if (template === undefined) throw incorrect('templateID', templateID);
	Object.assign(row, templateParameters(template));
}

/** Fields that hold a date and a time; the time is 00:00 when it was not sent (sheet, 1.6). */
const MOMENTS: ReadonlySet<string> = new Set(['dateStart', 'dateEnd']);

/** Of a campaign in a super campaign both come from there, and are passed over when they are sent (2.7). */
const INHERITED: ReadonlySet<string> = new Set(['advertiserID', 'assistantID']);

/** Takes over what was sent, '0' included, where the object has such a field; the others no list shows. */
function assign(kind: Kind, row: StoredRow, sent: SentParameters): void {
	const isInside = kind === 'campaign' && textOf(row, 'superCampaignID') !== '';
	for (const name of sent.names()) {
		if (isInside && INHERITED.has(name)) continue;
		const field = fieldOf(name);
		if (!Object.hasOwn(row, field)) continue;
		const values = sent.all(name);
		if (name.endsWith('[]')) row[field] = values;
		else row[field] = MOMENTS.has(name) && values[0]!.length === 10 ? `${values[0]!} 00:00` : values[0]!;
	}
}

function fieldOf(name: string): string {
	const variable = /^user([1-9]\d*)$/.exec(name);
	if (variable !== null) return `parameter${variable[1]!}`;
	return name.endsWith('[]') ? name.slice(0, -2) : name;
}
