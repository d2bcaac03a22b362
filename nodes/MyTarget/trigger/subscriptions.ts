import { z } from 'zod';

import { isRow, type Row } from '../../../connector/rows';
import type { MyTargetApi } from '../api';
import { PAGE_SIZE } from '../limits';
import { id as objectId } from '../schemas';

const PATH = '/api/v3/subscription';

/** What is told of (sheet 4.1). */
export const LEAD = 'LEAD';

const created = z.looseObject({ id: objectId });

/** Notifications of new leads (sheet 3.14). One is for all leads of the account; there may be several. */
export class LeadSubscriptions {
	constructor(
		private readonly api: MyTargetApi,
		/** Where notifications go. */
		private readonly url: string,
	) {}

	/** The IDs of those that lead here; all others are somebody else's. */
	async own(): Promise<string[]> {
		const found: string[] = [];
		for (let offset = 0; ; offset += PAGE_SIZE.default) {
			const { rows } = await this.api.page(`${PATH}.json`, [
				['limit', String(PAGE_SIZE.default)],
				['offset', String(offset)],
			]);
			for (const row of rows) if (this.isOwn(row)) found.push(String(row.id));
			if (rows.length < PAGE_SIZE.default) return found;
		}
	}

	async create(): Promise<void> {
		const json = { resource: LEAD, callback_url: this.url };
		const check = 'Look with an API Request for /api/v3/subscription.json whether it is there.';
		await this.api.change({ method: 'POST', path: `${PATH}.json`, json }, created, check);
	}

	async remove(id: string): Promise<void> {
		await this.api.delete(
			PATH,
			id,
			'Look with an API Request for /api/v3/subscription.json whether it is gone.',
		);
	}

	private isOwn({ resource, callback_url: url, id }: Row): boolean {
		return resource === LEAD && url === this.url && objectId.safeParse(id).success;
	}
}

const notification = z.looseObject({
	id: z.string().min(1).max(200),
	resource: z.literal(LEAD),
	resource_id: objectId,
	callback_url: z.string(),
	data: z.custom<Row>(isRow),
});

export type Notification = z.infer<typeof notification>;

/** @returns undefined for what VK Ads does not send to this address: nothing is signed, so everything is compared */
export function readNotification(body: unknown, url: string): Notification | undefined {
	const { data } = notification.safeParse(body);
	if (data?.callback_url !== url) return undefined;
	const lead = objectId.safeParse(data.data.id);
	return lead.success && String(lead.data) === String(data.resource_id) ? data : undefined;
}
