import { dayAt } from '../frame/calendar';

import { createCampaigns } from './campaigns/create';
import type { Campaign, CampaignRecord } from './campaigns/record';
import type { PromoPagesOptions } from './options';
import { createPublishers, publisherId, type Publisher } from './publishers';
import { Refusal } from './refusal';
import { Truth } from './truth/truth';

/** Moscow: days of reports are `mskDate` (3.3). */
export const MOSCOW_HOURS = 3;

const CAMPAIGNS_BEYOND_LIST = 5;

/** What the token sees: its cabinets and what is in them, made when somebody asks for it. */
export class Account {
	readonly publishers: readonly Publisher[];
	readonly truth: Truth;
	/** By publisher, where it is not as it was made. */
	readonly balances = new Map<string, number>();
	private readonly records = new Map<Publisher, CampaignRecord[]>();

	constructor(
		readonly options: PromoPagesOptions,
		readonly now: () => number,
	) {
		this.publishers = createPublishers(options);
		this.truth = new Truth(options);
	}

	/** A cabinet that exists and does not belong to the token. */
	get foreignId(): string {
		return publisherId(this.options.seed, -1);
	}

	/** Today in Moscow. */
	get today(): number {
		return dayAt(this.now(), MOSCOW_HOURS);
	}

	find(id: string): Publisher | undefined {
		return this.publishers.find((publisher) => publisher.id === id);
	}

	/** A cabinet to be read from. Errors: 403. */
	open(id: string): Publisher {
		const publisher = this.find(id);
		if (publisher === undefined || !this.isOpen(publisher))
			throw new Refusal(403, 'no access to the publisher');
		return publisher;
	}

	/** Deleted cabinets are to be skipped (trap 41). */
	isOpen(publisher: Publisher): boolean {
		return publisher.isReadable && !publisher.isDeleted;
	}

	/** All campaigns of a cabinet in the order of the API. */
	campaigns(publisher: Publisher): readonly CampaignRecord[] {
		let records = this.records.get(publisher);
		if (records === undefined) {
			const count = this.options.campaigns[publisher.index] ?? CAMPAIGNS_BEYOND_LIST;
			records = createCampaigns(this.options, publisher, count);
			this.records.set(publisher, records);
		}
		return records;
	}

	/** As it was at the start. */
	reset(): void {
		this.balances.clear();
		this.records.clear();
	}

	/** One campaign more, as the last one with this title, or in place of one. */
	put(publisher: Publisher, campaign: Partial<Campaign>): Campaign {
		const records = this.campaigns(publisher) as CampaignRecord[];
		const at = records.findIndex((record) => record.campaign.id === campaign.id);
		const base = records.at(at)!;
		const put = { ...base, campaign: { ...base.campaign, ...campaign } };
		if (at < 0) records.push(put);
		else records[at] = put;
		return put.campaign;
	}

	/** Campaigns by id, in the order of the API and not of the ids; unknown ones are left out. */
	campaignsOf(publisher: Publisher, ids: readonly string[]): CampaignRecord[] {
		const wanted = new Set(ids);
		return this.campaigns(publisher).filter(({ campaign }) => wanted.has(campaign.id));
	}
}
