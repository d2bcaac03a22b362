import { json, type Answer } from '../../frame/answer';
import type { PlatformFault } from '../../frame/faults/fault';
import type { Route } from '../../frame/routes';
import type { Account } from '../account';
import { Refusal } from '../refusal';

import { CAMPAIGN_PARAMETERS, campaignQuery, passes, type CampaignQuery, type Cursors } from './query';
import type { CampaignRecord } from './record';

type PageQuery = Extract<CampaignQuery, { ids?: undefined }>;

/** GET /campaigns (3.1). */
export function campaignRoutes(account: Account, cursors: Cursors): Route[] {
	return [
		{
			method: 'GET',
			path: /^\/campaigns$/,
			query: CAMPAIGN_PARAMETERS,
			faults: ['repeat-page', 'empty-page', 'missing-cursor'],
			answer: ({ query, fault }) => {
				const asked = campaignQuery(query);
				const publisher = account.open(asked.publisherId);
				if (asked.ids === undefined) {
					const listing = account.campaigns(publisher).filter((record) => passes(record, asked.filters));
					return page(account, cursors, listing, asked, fault);
				}
				if (fault !== undefined) throw new Refusal(501, `sandbox: ${fault.kind} has no meaning with ids`);
				return campaignsAnswer(account.campaignsOf(publisher, asked.ids), { hasNextPage: false });
			},
		},
	];
}

function page(
	account: Account,
	cursors: Cursors,
	listing: readonly CampaignRecord[],
	asked: PageQuery,
	fault: PlatformFault | undefined,
): Answer {
	const { pageLimit, pageLastId, filters } = asked;
	const start = pageLastId === undefined ? 0 : cursors.position(pageLastId, listing, filters.text, pageLimit);
	if (fault?.kind === 'repeat-page' && pageLastId !== undefined) {
		// The rows that end where the cursor stands, and the same cursor again.
		const before = listing.slice(Math.max(0, start - pageLimit), start);
		return campaignsAnswer(before, { hasNextPage: true, pageLastId });
	}
	const records = listing.slice(start, start + pageLimit);
	const last = records.at(-1);
	const cursor = last && { pageLastId: cursors.issue(last, filters.text, pageLimit) };
	// Its cursor leads on: whoever takes emptiness for nothing to worry about loses these campaigns.
	if (fault?.kind === 'empty-page')
		return campaignsAnswer([], { hasNextPage: true, ...(fault.withoutCursor ? {} : cursor) });
	if (fault?.kind === 'missing-cursor') return campaignsAnswer(records, { hasNextPage: true });
	if (start + records.length < listing.length)
		return campaignsAnswer(records, { hasNextPage: true, ...cursor });
	switch (account.options.lastPage) {
		case 'flag':
			return campaignsAnswer(records, { hasNextPage: false });
		case 'bare':
			return campaignsAnswer(records, {});
		case 'cursor':
			return campaignsAnswer(records, { hasNextPage: false, ...cursor });
	}
}

function campaignsAnswer(
	records: readonly CampaignRecord[],
	paging: { hasNextPage?: boolean; pageLastId?: string },
): Answer {
	return json(200, { campaigns: records.map(({ campaign }) => campaign), ...paging });
}
