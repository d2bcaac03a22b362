import { ConnectorError, type ErrorKind } from '../../../connector/errors';
import { countedPages, noLimit, type CountedPage } from '../../../connector/pages';
import type { Page, Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { plural } from '../../shared/parameters/shown';
import type { MyTargetApi, Query } from '../api';
import { PAGE_SIZE } from '../limits';
import { conditionBatches, conditionQuery, type Condition } from '../list/conditions';
import { createdAt, isBetween, momentsQuery, type Between } from './created-at';

interface Wanted {
	readonly conditions: readonly Condition[];
	readonly between: Between;
	readonly newestFirst: boolean;
}

/**
 * Leads by the time at which they came, each once. Those that come while the others are read stand behind all of them
 * (trap 59) or, with the newest first, move some to a page where they are met again.
 */
export async function* leadPages(
	{ api, limit, observe }: Pick<Run<MyTargetApi>, 'api' | 'limit' | 'observe'>,
	{ conditions, between, newestFirst }: Wanted,
): AsyncGenerator<Page> {
	const seen = new Set<string>();
	let wanted = limit.remaining;
	let undated = 0;
	const fits = (row: Row): boolean => {
		const { id } = row;
		if (typeof id === 'number' || typeof id === 'string') {
			if (seen.has(String(id))) return false;
			seen.add(String(id));
		}
		const moment = createdAt(row.created_at);
		if (moment === undefined) undated += 1;
		return moment === undefined || isBetween(moment, between);
	};
	const sorting = newestFirst ? '-created_at,-id' : 'created_at,id';
	for (const batch of limit.whileWanted(conditionBatches(conditions))) {
		const query: Query = [['sorting', sorting], ...conditionQuery(batch), ...momentsQuery(between)];
		let isLast = false as boolean;
		const load = async (offset: number, size: number) => {
			const page = await leads(api, [...query, ['limit', String(size)], ['offset', String(offset)]]);
			isLast = page.rows.length < size || offset + page.rows.length >= (page.total ?? Infinity);
			return page;
		};
		const paging = { pageSize: PAGE_SIZE.default, limit: noLimit(), observe, knowsRows: true };
		for await (const page of countedPages(load, paging)) {
			const fresh = [...page].filter(fits);
			if (fresh.length > 0) yield fresh;
			wanted -= fresh.length;
			if (wanted > 0) continue;
			if (!isLast) limit.noteMore();
			break;
		}
	}
	if (undated > 0 && (between.after ?? between.before) !== undefined)
		observe({
			type: 'remark',
			text: `${plural(undated, 'lead')} came with a creation time in a form that is not known, so the dates in Filters were left to the platform.`,
		});
}

/** Failures that quote whatever came beside a 429. */
const QUOTES: ReadonlySet<ErrorKind> = new Set(['rate-limited', 'quota-exhausted']);

/** @throws {ConnectorError} without a word of a lead in it: what comes in no known form is quoted elsewhere, and may be people's here */
async function leads(api: MyTargetApi, query: Query): Promise<CountedPage> {
	try {
		return await api.page('/api/v1/lead_ads/leads.json', query);
	} catch (error) {
		if (!(error instanceof ConnectorError)) throw error;
		if (error.kind === 'not-found' && error.unforeseen !== 'page') throw unseen(error);
		if (!QUOTES.has(error.kind) && error.unforeseen !== 'form') throw error;
		throw error.with({
			message: `VK Ads (myTarget) refused to give leads (${error.status ?? 'no status'}).`,
		});
	}
}

/** Some tokens get a 404 although the cabinet shows the leads (trap 56); no ID is part of this request. */
function unseen(error: ConnectorError): ConnectorError {
	return error.with({
		message: 'VK Ads (myTarget) does not show leads to this token (404), even if the cabinet shows them.',
		advice:
			'Use a credential of the very account that owns the lead forms (Client Credentials of it, or Agency Client Credentials where it is the client of an agency): a token of somebody who was given access to the cabinet may not see its leads. Leads exist on VK Ads only, so check the Platform and the Base URL of the credential, too.',
	});
}
