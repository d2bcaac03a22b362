import { z } from 'zod';

import { pathSegment, type Client } from '../../connector/client';
import type { RowSource } from '../../connector/rows';
import type { WrittenRequest } from '../shared/request/api-request';
import { REPORT_PENDING } from './limits';
import {
	balancesAnswer,
	campaignsAnswer,
	orderAnswer,
	permissionsAnswer,
	reportAnswer,
	type Balance,
	type Campaign,
	type CampaignsAnswer,
	type Permission,
} from './schemas';

export type Level = 'campaigns' | 'publications' | 'previews';

export interface ReportOrder {
	readonly publisherId: string;
	readonly campaignIds: readonly string[];
	/** Days of Moscow, both included, although the documentation calls them dates of the campaigns (trap 33). */
	readonly mskDateFrom: string;
	readonly mskDateTo: string;
	readonly trafficSource: string;
}

/** Of a page of campaigns; what is not set stays out of the request. */
export interface CampaignFilters {
	readonly startFrom?: string;
	readonly campaignTypes?: string;
	readonly campaignStrategies?: string;
}

/** Path segments of the three kinds of report, hyphens here and underscores in the answer (trap 30). */
const REPORT_PATH: Readonly<Record<Level, string>> = {
	campaigns: 'campaigns-daily-stats',
	publications: 'campaigns-publications-daily-stats',
	previews: 'campaigns-previews-daily-stats',
};

/** The endpoints of the PromoPages API, one method each. */
export class YandexPromoPagesApi {
	constructor(private readonly client: Client) {}

	/** Page mode of GET /campaigns (sheet 3.1). The cursor is opaque. */
	async campaignsPage(
		publisherId: string,
		page: { cursor: string | undefined; size: number; filters: CampaignFilters },
	): Promise<CampaignsAnswer> {
		const cursor: Record<string, string> = page.cursor === undefined ? {} : { pageLastId: page.cursor };
		const query = { publisherId, pageLimit: String(page.size), ...cursor, ...page.filters };
		return this.get('/campaigns', query, campaignsAnswer);
	}

	/** Id mode of GET /campaigns, which excludes page mode (traps 3, 4). Up to 200 ids, joined by commas (trap 6). */
	async campaignsByIds(publisherId: string, ids: readonly string[]): Promise<Campaign[]> {
		const query = { publisherId, campaignIds: ids.join(',') };
		return (await this.get('/campaigns', query, campaignsAnswer)).campaigns;
	}

	/** Publishers that the user of the token may see (sheet 3.4). */
	async permissions(): Promise<Permission[]> {
		return this.get('/permissions/user', undefined, permissionsAnswer);
	}

	/** Wallets of publishers (sheet 3.5); not every id gets an answer. */
	async balances(publisherIds: readonly string[]): Promise<Balance[]> {
		const query = { publisherIds: publisherIds.join(',') };
		return this.get('/publishers/balances', query, balancesAnswer);
	}

	/** Orders a report (sheet 3.2). @returns its id */
	async orderReport(level: Level, order: ReportOrder, signal: AbortSignal): Promise<string> {
		const path = `/reports/${REPORT_PATH[level]}`;
		const answer = await this.client.json(
			{ method: 'POST', path, json: order, intent: 'order', signal },
			orderAnswer,
		);
		return answer.reportId;
	}

	/** Rows of an ordered report (sheet 3.3); undefined while it is being built. */
	async report(reportId: string, signal?: AbortSignal): Promise<RowSource | undefined> {
		return this.client.json(
			{
				method: 'GET',
				path: `/reports/${pathSegment(reportId)}`,
				query: { format: 'json' },
				intent: 'read',
				namesObject: true,
				pendingStatus: REPORT_PENDING,
				unparsedRows: true,
				signal,
			},
			reportAnswer,
		);
	}

	/** Any other method. @returns the answer as it came; undefined for an empty one, and for a report that is being built */
	async send({ method, path, query, json }: WrittenRequest): Promise<unknown> {
		const sent = { method, path, query: query.length === 0 ? undefined : query, json };
		const read = { intent: 'read', pendingStatus: REPORT_PENDING, namesObject: true } as const;
		const change = {
			intent: 'write',
			check: 'Look for what it should have made before you send it again.',
		} as const;
		return this.client.json(
			{ ...sent, ...(method === 'GET' ? read : change), mayBeEmpty: true },
			z.unknown(),
		);
	}

	private async get<Schema extends z.ZodType>(
		path: string,
		query: Readonly<Record<string, string>> | undefined,
		schema: Schema,
	): Promise<z.infer<Schema>> {
		return this.client.json({ method: 'GET', path, query, intent: 'read' }, schema);
	}
}
