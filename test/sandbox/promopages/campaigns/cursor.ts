import { mixText } from '../../frame/hash';
import type { PromoPagesOptions } from '../options';
import { Refusal } from '../refusal';

import type { CampaignRecord } from './record';

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
