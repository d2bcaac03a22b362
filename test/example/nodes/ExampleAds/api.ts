import { pathSegment, type Client } from '../../connector/client';
import type { CountedPage } from '../../connector/pages';
import type { Slice } from '../../connector/slices';
import { accountAnswer, campaign, campaignsAnswer, statisticsAnswer, type Campaign } from './schemas';

export type Status = 'active' | 'paused';

interface Stretch {
	readonly offset: number;
	readonly size: number;
}

/** The endpoints of the Example Ads API, one method each. */
export class ExampleAdsApi {
	constructor(private readonly client: Client) {}

	/** The account of the token (sheet 2.1). */
	async account(): Promise<{ id: number; name: string }> {
		return this.client.json({ method: 'GET', path: '/me', intent: 'read' }, accountAnswer);
	}

	/** One page of campaigns (sheet 2.2). */
	async campaigns({ offset, size }: Stretch, status?: Status): Promise<CountedPage> {
		const filter: Record<string, string> = status === undefined ? {} : { status };
		const query = { offset: String(offset), limit: String(size), ...filter };
		return this.client.json({ method: 'GET', path: '/campaigns', query, intent: 'read' }, campaignsAnswer);
	}

	async campaign(id: string): Promise<Campaign> {
		const path = `/campaigns/${pathSegment(id)}`;
		return this.client.json({ method: 'GET', path, intent: 'read', namesObject: true }, campaign);
	}

	/** One page of the statistics of a slice (sheet 2.3). */
	async statistics({ window, ids }: Slice, { offset, size }: Stretch, signal: AbortSignal) {
		const query = {
			date_from: window?.dateFrom ?? '',
			date_to: window?.dateTo ?? '',
			...(ids === undefined ? {} : { campaigns: ids.join(',') }),
			offset: String(offset),
			limit: String(size),
		};
		return this.client.json(
			{ method: 'GET', path: '/statistics', query, intent: 'read', signal },
			statisticsAnswer,
		);
	}
}
