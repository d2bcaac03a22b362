import { dayOf } from '../../frame/calendar';
import { mixText } from '../../frame/hash';
import { Refusal, amongKnown, atMost, commaList } from '../refusal';
import { MOST_IDS, MOST_PER_PAGE, type PromoPagesOptions } from '../options';

import { CAMPAIGN_TYPES, STRATEGIES, type CampaignRecord } from './record';

export const CAMPAIGN_PARAMETERS = [
	'publisherId',
	'pageLimit',
	'pageLastId',
	'campaignIds',
	'startFrom',
	'campaignTypes',
	'campaignStrategies',
];

export interface CampaignFilters {
	/** Milliseconds. */
	readonly startFrom?: number;
	readonly types?: readonly string[];
	readonly strategies?: readonly string[];
	/** The filters as they were written; empty without any. */
	readonly text: string;
}

/** Exactly one of the two modes (3.1). */
export type CampaignQuery = { readonly publisherId: string } & (
	| { readonly ids: readonly string[] }
	| {
			readonly ids?: undefined;
			readonly filters: CampaignFilters;
			readonly pageLimit: number;
			readonly pageLastId?: string;
	  }
);

/** The query of GET /campaigns. Errors: 400. */
export function campaignQuery(query: URLSearchParams): CampaignQuery {
	const publisherId = query.get('publisherId') ?? '';
	if (publisherId === '') throw new Refusal(400, 'publisherId is required');
	const filters = filtersOf(query);
	const campaignIds = query.get('campaignIds');
	const pageLimit = query.get('pageLimit');
	const pageLastId = query.get('pageLastId');
	if (campaignIds !== null && pageLimit !== null)
		throw new Refusal(400, 'either pageLimit or campaignIds, not both');
	if (campaignIds !== null) {
		if (pageLastId !== null) throw new Refusal(400, 'pageLastId is not used with campaignIds');
		// What happens is not said (3.1), so nobody should try.
		if (filters.text !== '') throw new Refusal(400, 'filters are not used with campaignIds');
		const ids = commaList('campaignIds', campaignIds);
		atMost('campaignIds', ids, MOST_IDS);
		return { publisherId, ids };
	}
	if (pageLimit === null) throw new Refusal(400, 'pageLimit or campaignIds is required');
	if (pageLastId === '') throw new Refusal(400, 'pageLastId is empty');
	const limit = limitOf(pageLimit);
	return { publisherId, filters, pageLimit: limit, ...(pageLastId !== null && { pageLastId }) };
}

function limitOf(text: string): number {
	const limit = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
	if (limit < 1 || limit > MOST_PER_PAGE)
		throw new Refusal(400, `pageLimit must be an integer from 1 to ${MOST_PER_PAGE}`);
	return limit;
}

function filtersOf(query: URLSearchParams): CampaignFilters {
	const list = (name: string, known: readonly string[]) => {
		const value = query.get(name);
		if (value === null) return undefined;
		const entries = commaList(name, value);
		amongKnown(name, entries, known);
		return entries;
	};
	const startFrom = query.get('startFrom');
	const types = list('campaignTypes', CAMPAIGN_TYPES);
	const strategies = list('campaignStrategies', STRATEGIES);
	const written = ['startFrom', 'campaignTypes', 'campaignStrategies'].filter((name) => query.has(name));
	return {
		...(startFrom !== null && { startFrom: timeOf(startFrom) }),
		...(types && { types }),
		...(strategies && { strategies }),
		text: written.map((name) => `${name}=${query.get(name) ?? ''}`).join('&'),
	};
}

/** `YYYY-MM-DDThh:mm:ssZ`: no milliseconds, no other offset, a day and a time that exist (3.1, trap 5). */
function timeOf(text: string): number {
	const isTime = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text);
	if (!isTime || dayOf(text.slice(0, 10)) === undefined)
		throw new Refusal(400, 'startFrom must be YYYY-MM-DDThh:mm:ssZ, without milliseconds');
	return Date.parse(text);
}

/** Started at or after (3.1); a campaign that has not started is in no such list. */
export function passes({ campaign }: CampaignRecord, filters: CampaignFilters): boolean {
	const { startFrom, types, strategies } = filters;
	if (types?.includes(campaign.type) === false) return false;
	if (strategies?.includes(campaign.strategy.name) === false) return false;
	if (startFrom === undefined) return true;
	return campaign.start !== undefined && Date.parse(campaign.start) >= startFrom;
}

/** A cursor that was given out, and with which page sizes. */
interface Issued {
	readonly after: CampaignRecord;
	readonly limits: Set<number>;
}

/**
 * Cursors of one listing: a cabinet with certain filters. Their form is that of the documented example, and whoever builds
 * one instead of handing back what came will meet a 400: with filters the second part is another one.
 */
export class Cursors {
	private readonly issued = new Map<string, Issued>();

	constructor(private readonly options: PromoPagesOptions) {}

	/** The cursor to what follows a campaign. */
	issue(after: CampaignRecord, filters: string, limit: number): string {
		const cursor = this.cursorOf(after, filters);
		const issued = this.issued.get(cursor) ?? { after, limits: new Set() };
		issued.limits.add(limit);
		this.issued.set(cursor, issued);
		return cursor;
	}

	/** How many campaigns of a listing lie before the cursor. Errors: 400 for one that is not of this listing. */
	position(cursor: string, listing: readonly CampaignRecord[], filters: string, limit: number): number {
		const issued = this.issued.get(cursor);
		if (issued?.limits.has(limit) === false)
			throw new Refusal(400, 'pageLimit must be that of the page before');
		// One that was never given out can be right too: that of the documented example is.
		const after = issued?.after ?? listing.find((record) => this.cursorOf(record, filters) === cursor);
		const index = after === undefined ? -1 : listing.indexOf(after);
		if (index < 0 || this.cursorOf(after!, filters) !== cursor) throw new Refusal(400, 'invalid pageLastId');
		return index + 1;
	}

	clear(): void {
		this.issued.clear();
	}

	private cursorOf({ startedAt, campaign }: CampaignRecord, filters: string): string {
		const digest = filters === '' ? '' : ` ${mixText(0xc0, filters).toString(16)}`;
		const state = Buffer.from(`stopped${digest}`).toString('base64').replace(/=+$/, '');
		const cursor = `true.${state}.${startedAt}.${campaign.id}`;
		return this.options.cursor === 'documented'
			? cursor
			: `+/${Buffer.from(`${cursor}~`).toString('base64')}==`;
	}
}
