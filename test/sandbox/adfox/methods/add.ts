import type { Account } from '../account';
import { id, oneOf, required, text, type Parameter } from '../classic/checks';
import type { Method, Parameters, WriteAnswer } from '../classic/method';
import { accessDenied, incorrect, missing } from '../classic/refusal';
import type { SentParameters } from '../classic/sent-parameters';
import { templateParameters } from '../objects/banners';
import * as blank from '../objects/blank';
import { textOf, type StoredRow } from '../objects/row';
import type { Kind } from '../objects/store';

import { assign } from './assign';
import { BANNER_ADD, BANNER_NUMBERED } from './banner-parameters';
import { CAMPAIGN_ADD, SUPER_CAMPAIGN_ADD } from './campaign-parameters';
import * as fields from './object-parameters';
import { checkPlace, checkWebsite } from './inventory-rules';
import { checkAccountName, checkCampaign, checkPeriod, checkReferences, needed } from './rules';

/** What is checked and set before the parameters are taken over. */
type Prepare = (account: Account, sent: SentParameters, row: StoredRow) => void;

const dictionary: Prepare = () => {};
const newUser: Prepare = (account, sent) => {
	checkAccountName(account, sent);
};

/** `account/add` (sheet, 2.4): the new object's id in `status/ID`. */
export const ADD: readonly Method[] = [
	add('campaign', blank.BLANK_CAMPAIGN, needing(CAMPAIGN_ADD, 'name'), inherit),
	add(
		'superCampaign',
		blank.BLANK_SUPER_CAMPAIGN,
		needing(SUPER_CAMPAIGN_ADD, 'name', 'advertiserID'),
		(account, sent) => {
			checkPeriod(sent, {});
			checkReferences(account, sent, [
				['advertiserID', 'advertiser'],
				['assistantID', 'assistant'],
			]);
		},
	),
	{
		...add('banner', blank.BLANK_BANNER, needing(BANNER_ADD, 'campaignID'), prepareBanner),
		numbered: BANNER_NUMBERED,
	},
	add('advertiser', blank.BLANK_ADVERTISER, needing(fields.USER, 'account', 'eMail'), newUser),
	add('webmaster', blank.BLANK_WEBMASTER, needing(fields.WEBMASTER, 'account', 'eMail'), newUser),
	add('assistant', blank.BLANK_ASSISTANT, needing(fields.ASSISTANT_MODIFY, 'account', 'eMail'), newUser),
	add('website', blank.BLANK_WEBSITE, needing(fields.WEBSITE, 'name'), checkWebsite),
	add(
		'zone',
		blank.BLANK_ZONE,
		needing({ ...fields.ZONE_MODIFY, siteID: id }, 'name', 'siteID'),
		(account, sent) => {
			checkReferences(account, sent, [
				['siteID', 'website'],
				['categoryID', 'category'],
			]);
		},
	),
	add(
		'place',
		blank.BLANK_PLACE,
		needing(
			{ ...fields.PLACE_MODIFY, siteID: id, zoneID: id, bannerTypeID: id },
			'name',
			'siteID',
			'zoneID',
			'bannerTypeID',
			'positionID',
		),
		checkPlace,
	),
	add('position', blank.BLANK_POSITION, { name: required(text) }, dictionary),
	add(
		'bannerType',
		blank.BLANK_BANNER_TYPE,
		{ name: required(text), presentationTypeID: required(oneOf('4', '5')) },
		dictionary,
	),
	add('category', blank.BLANK_CATEGORY, needing(fields.CATEGORY, 'name'), dictionary),
	add('contractor', blank.BLANK_CONTRACTOR, needing(fields.CONTRACTOR, 'name', 'inn', 'type'), dictionary),
	add(
		'contract',
		blank.BLANK_CONTRACT,
		needing(fields.CONTRACT, 'type', 'customerID', 'executorID'),
		(account, sent) => {
			if (sent.get('type') === '2') needed(sent, 'intermediaryContractID');
			checkReferences(account, sent, [
				['customerID', 'contractor'],
				['executorID', 'contractor'],
			]);
		},
	),
];

function add(kind: Kind, empty: StoredRow, parameters: Parameters, prepare: Prepare): Method {
	const answer: WriteAnswer = {
		writes: (account, sent) => {
			const row = { ...empty };
			prepare(account, sent, row);
			assign(
				row,
				sent,
				row.superCampaignID === undefined || row.superCampaignID === ''
					? []
					: ['advertiserID', 'assistantID'],
			);
			if (Object.hasOwn(row, 'dateAdded')) row.dateAdded = account.timestamp;
			const newId = account.add(kind, row);
			return { ids: [newId], newId };
		},
	};
	return { object: 'account', action: 'add', actionObject: kind, parameters, answer };
}

function needing(parameters: Parameters, ...names: readonly string[]): Parameters {
	const needed = names.map((name): [string, Parameter] => [name, required(parameters[name]!)]);
	return { ...parameters, ...Object.fromEntries(needed) };
}

/** Advertiser and assistant come from the super campaign, and are asked for without one. */
function inherit(account: Account, sent: SentParameters, row: StoredRow): void {
	checkCampaign(account, sent, {});
	const parent = sent.get('superCampaignID');
	if (parent === undefined) {
		needed(sent, 'advertiserID');
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
	checkPeriod(sent, {});
	checkReferences(account, sent, [
		['campaignID', 'campaign'],
		['bannerTypeID', 'bannerType'],
		['targetingProfileID', 'targetingProfile'],
	]);
	const templateID = sent.get('templateID');
	if (templateID === undefined) {
		if (sent.get('bannerTypeID') === undefined) throw missing('templateID');
		return;
	}
	const template = account.store.template.get(templateID);
	if (template === undefined) throw incorrect('templateID', templateID);
	Object.assign(row, templateParameters(template));
}
