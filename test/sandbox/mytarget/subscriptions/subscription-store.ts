import { hex, mix } from '../../frame/hash';
import type { Lead } from '../leads/lead-store';
import { moscowText } from '../objects/api-object';

/** As GET /api/v3/subscription.json gives it (sheet 3.14). */
export interface Subscription {
	readonly id: number;
	readonly resource: string;
	readonly callback_url: string;
}

/** A notification as it is sent (sheet 3.14). */
export interface Notification {
	readonly id: string;
	readonly resource_id: number;
	readonly resource: string;
	readonly callback_url: string;
	readonly created: string;
	readonly data: object;
}

/** Notifications of one account. */
export class SubscriptionStore {
	readonly all: Subscription[] = [];
	/** Every one that was sent, with the status that it was answered with once that is known; 0: nobody was there. */
	readonly sent: { readonly notification: Notification; answer: Promise<number> }[] = [];
	private given = 0;

	constructor(
		private readonly seed: number,
		private readonly now: () => number,
	) {}

	reset(): void {
		this.all.length = 0;
		this.sent.length = 0;
	}

	add(resource: string, callbackUrl: string): Subscription {
		this.given += 1;
		const subscription = { id: 4400 + this.given, resource, callback_url: callbackUrl };
		this.all.push(subscription);
		return subscription;
	}

	/** @returns whether there was one */
	remove(id: number): boolean {
		const at = this.all.findIndex((one) => one.id === id);
		if (at >= 0) this.all.splice(at, 1);
		return at >= 0;
	}

	/** Tells everybody who wants to know of leads. The name of the form is not said (sheet 3.29). */
	tellOf({ form_name: _name, ...data }: Lead): void {
		for (const { resource, callback_url } of this.all) {
			if (resource !== 'LEAD') continue;
			this.given += 1;
			this.send({
				id: hex(24, mix(this.seed, this.given)),
				resource_id: data.id,
				resource,
				callback_url,
				created: `${moscowText(this.now())}.000000`,
				data,
			});
		}
	}

	/** Also one that was sent before. */
	send(notification: Notification): void {
		const answer = fetch(notification.callback_url, {
			method: 'POST',
			// A connection of its own: one that the receiver closes while it is idle would lose a notification.
			headers: { 'content-type': 'application/json', connection: 'close' },
			body: JSON.stringify(notification),
		}).then(
			({ status }) => status,
			() => 0,
		);
		this.sent.push({ notification, answer });
	}
}
