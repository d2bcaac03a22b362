import type { Account } from '../account';
import { flag, id, integer, oneOf, required, text } from '../classic/checks';
import type { Method, Parameters } from '../classic/method';
import { accessDenied } from '../classic/refusal';
import type { SentParameters } from '../classic/sent-parameters';
import { textOf, type StoredRow } from '../objects/row';
import type { Kind } from '../objects/store';

import { assign } from './assign';
import { BANNER_MODIFY, BANNER_NUMBERED } from './banner-parameters';
import { CAMPAIGN_MODIFY, SUPER_CAMPAIGN_MODIFY } from './campaign-parameters';
import { checkPlace, checkWebsite } from './inventory-rules';
import * as fields from './object-parameters';
import { checkAccountName, checkCampaign, checkPeriod, checkReferences } from './rules';

type Check = (account: Account, sent: SentParameters, row: StoredRow) => void;

const nothingMore: Check = () => {};
const user: Check = (account, sent, row) => {
	checkAccountName(account, sent, textOf(row, 'ID'));
};

/** Changes of objects (sheet, 2.7 to 2.9): what is not sent stays as it is. */
export const MODIFY: readonly Method[] = [
	modify('superCampaign', SUPER_CAMPAIGN_MODIFY, (account, sent, row) => {
		checkPeriod(sent, row);
		checkReferences(account, sent, [
			['advertiserID', 'advertiser'],
			['assistantID', 'assistant'],
		]);
	}),
	modify('campaign', CAMPAIGN_MODIFY, checkCampaign),
	{
		...modify('banner', BANNER_MODIFY, (account, sent, row) => {
			checkPeriod(sent, row);
			checkReferences(account, sent, [['targetingProfileID', 'targetingProfile']]);
		}),
		actionObject: 'banner',
		numbered: BANNER_NUMBERED,
	},
	modify('advertiser', fields.USER, user),
	modify('webmaster', fields.WEBMASTER, user),
	modify('assistant', fields.ASSISTANT_MODIFY, user),
	modify('website', fields.WEBSITE, checkWebsite),
	modify('zone', fields.ZONE_MODIFY, nothingMore),
	modify('place', fields.PLACE_MODIFY, checkPlace),
	modify('position', { name: text }, nothingMore),
	modify('bannerType', { name: text, isOn: flag, width: integer(0), height: integer(0) }, nothingMore),
	{
		...modify('category', fields.CATEGORY, nothingMore, 'actionObjectID'),
		object: 'account',
		actionObject: 'category',
	},
	defaultBanner('place', oneOf('1')),
	defaultBanner('bannerType', required(flag)),
];

function modify(kind: Kind, parameters: Parameters, check: Check, idName = 'objectID'): Method {
	return {
		object: kind,
		action: 'modify',
		parameters: { ...parameters, [idName]: required(id) },
		answer: {
			writes: (account, sent) => {
				const changed = sent.need(idName);
				const row = account.store[kind].get(changed);
				if (row === undefined) throw accessDenied();
				check(account, sent, row);
				// Both come from the super campaign (2.7).
				const isInside = kind === 'campaign' && textOf(row, 'superCampaignID') !== '';
				assign(row, sent, isInside ? ['advertiserID', 'assistantID'] : []);
				return { ids: [changed] };
			},
		},
	};
}

function defaultBanner(kind: 'place' | 'bannerType', mode: Parameters[string]): Method {
	return {
		object: kind,
		action: 'updateDefaultBanner',
		parameters: {
			objectID: required(id),
			mode,
			defaultImageURL: text,
			defaultHitURL: text,
			defaultWidth: integer(0),
			defaultHeight: integer(0),
			defaultCode: text,
			defaultCodeType: flag,
		},
		answer: {
			writes: ({ store }, sent) => {
				const changed = sent.need('objectID');
				const row = store[kind].get(changed);
				if (row === undefined) throw accessDenied();
				row.defaultCode = sent.get('defaultCode') ?? '';
				return { ids: [changed] };
			},
		},
	};
}
