import { z } from 'zod';

import { quoted, unknownOutcome, type Client } from '../../../connector/client';
import { NotFoundError, ResponseInvalidError } from '../../../connector/errors';
import { plural } from '../../shared/parameters/shown';
import { uploadAnswer } from '../schemas';
import { UPLOAD_ADDRESS, UPLOADS } from './upload-address';
import type { UploadedEvent } from './read-event';

/** What became of the events of one request. */
export interface Uploaded {
	/** So many were taken, by the platform's own count; undefined where it does not count. */
	readonly taken: number | undefined;
	/** Why an event was refused, by its place among those that were sent. */
	readonly refused: ReadonlyMap<number, string>;
}

const PATH = '/api/project/event/upload';

/** The part of TargetADS that takes events, on a host of its own (sheet 3.12). */
export class EventUploads {
	constructor(
		private readonly client: Client,
		private readonly projectId: string,
	) {}

	/** Sends events, at most a request full. Nothing tells a repeated one from a second one (T30), so it is sent once. */
	async send(events: readonly UploadedEvent[]): Promise<Uploaded> {
		const [only] = events;
		// The plain path is for what happens now, and its sample has no time (T31).
		if (only !== undefined && events.length === 1 && only.edttm === undefined) {
			await this.post(PATH, only, 1, z.unknown());
			return { taken: undefined, refused: new Map() };
		}
		const answer = await this.post(`${PATH}/batch`, events, events.length, uploadAnswer);
		const refused = Object.entries(answer.error_items ?? {}).map(
			([index, reason]) => [Number(index), quoted(reason) || 'no reason given'] as const,
		);
		const foreign = refused.find(([index]) => !(index in events));
		if (foreign !== undefined)
			throw unknownOutcome(
				new ResponseInvalidError(
					`TargetADS refused event ${foreign[0]} of a request that has ${plural(events.length, 'event')}.`,
				),
				howToLook(events.length),
			);
		return { taken: answer.items_upload, refused: new Map(refused) };
	}

	private async post<Schema extends z.ZodType>(
		path: string,
		json: unknown,
		count: number,
		schema: Schema,
	): Promise<z.infer<Schema>> {
		const query = { pid: this.projectId };
		const request = { method: 'POST', path, query, json, intent: 'write', mayBeEmpty: true } as const;
		return this.client.json({ ...request, check: howToLook(count) }, schema).catch((error: unknown) => {
			if (!(error instanceof NotFoundError)) throw error;
			throw error.with({
				advice: `Nothing takes events at this address. Check Options > ${UPLOAD_ADDRESS}: as a rule it is ${UPLOADS}.`,
			});
		});
	}
}

function howToLook(count: number): string {
	const which = count === 1 ? 'it' : `any of its ${plural(count, 'event')}`;
	return `Look with Report > Get Aggregated Data, Target Event Count by day, whether TargetADS counts ${which} before you send anything of it again: TargetADS takes a repeated event for a second one.`;
}
