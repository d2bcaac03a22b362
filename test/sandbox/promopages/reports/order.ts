import { dayOf } from '../../frame/calendar';
import type { JsonObject } from '../../frame/routes';
import type { Account } from '../account';
import type { Publisher } from '../publishers';
import { Refusal, amongKnown, atMost, withoutRepetitions } from '../refusal';
import { MOST_IDS } from '../options';
import { TRAFFIC_SOURCES, type Level, type TrafficSource } from '../truth/cells';
import type { StatisticsQuery } from '../truth/truth';

const KNOWN = ['publisherId', 'campaignIds', 'mskDateFrom', 'mskDateTo', 'trafficSource'];

/** Nothing happened before that day: what an order without `mskDateFrom` begins with. */
const FIRST_DAY = dayOf('2020-01-01')!;

/** What a report is ordered with. */
export interface ReportOrder {
	readonly publisher: Publisher;
	readonly query: StatisticsQuery;
}

/** The body of a report order (3.2), one for all three kinds. Errors: 400; 403 for the publisher. */
export function orderOf(account: Account, level: Level, body: JsonObject): ReportOrder {
	const { today } = account;
	amongKnown('the body', Object.keys(body), KNOWN);
	const { publisherId } = body;
	if (typeof publisherId !== 'string' || publisherId === '')
		throw new Refusal(400, 'publisherId is required');
	const ids = idsOf(body.campaignIds);
	atMost('campaignIds', ids, MOST_IDS);
	const trafficSource = sourceOf(body.trafficSource);
	const fromDay = dayFrom(body, 'mskDateFrom') ?? FIRST_DAY;
	const toDay = dayFrom(body, 'mskDateTo') ?? Math.max(fromDay, today);
	if (fromDay > toDay) throw new Refusal(400, 'mskDateFrom is after mskDateTo');
	const publisher = account.open(publisherId);
	const campaigns = account.campaignsOf(publisher, ids);
	return { publisher, query: { campaigns, level, trafficSource, fromDay, toDay: Math.min(toDay, today) } };
}

/** A JSON array of strings, not the comma-separated text of GET /campaigns (trap 6). */
function idsOf(value: unknown): string[] {
	if (!Array.isArray(value) || value.length === 0)
		throw new Refusal(400, 'campaignIds must be a list of ids');
	const isId = (entry: unknown): entry is string => typeof entry === 'string' && /^[^\s,]+$/.test(entry);
	if (!value.every(isId)) throw new Refusal(400, 'campaignIds must be a list of ids, each of them a string');
	return withoutRepetitions('campaignIds', value);
}

/** `all`, which a public script sends, is none of them (trap 34). */
function sourceOf(value: unknown): TrafficSource {
	if (value === undefined) return 'total';
	const source = TRAFFIC_SOURCES.find((known) => known === value);
	if (source === undefined)
		throw new Refusal(400, `trafficSource must be one of ${TRAFFIC_SOURCES.join(', ')}`);
	return source;
}

function dayFrom(body: JsonObject, name: string): number | undefined {
	const value = body[name];
	if (value === undefined) return undefined;
	const day = typeof value === 'string' ? dayOf(value) : undefined;
	if (day === undefined) throw new Refusal(400, `${name} must be a day, YYYY-MM-DD`);
	return day;
}
