import { RequestInvalidError } from '../../../connector/errors';
import { inBatches } from '../../shared/operations/batch';
import type { BatchOperation } from '../../shared/operations/operation';
import { plural } from '../../shared/parameters/shown';
import type { TargetAdsApi } from '../api';
import { EVENTS_PER_REQUEST } from '../limits';
import { eventFields, uploadAddressOption } from './fields';
import { readEvent, type MeasuredEvent } from './read-event';

const bytesOf = ({ bytes }: MeasuredEvent) => bytes;

export const upload: BatchOperation<TargetAdsApi> = {
	name: 'Upload',
	value: 'upload',
	description:
		'Upload offline events, such as sales from a CRM: one event per input item, up to 1,000 in a request. Events that TargetADS refuses come as errors of their items.',
	action: 'Upload events',
	gives: 'batch',
	writes: true,
	result: { did: 'Uploaded', one: 'event', many: 'events' },
	fields: eventFields,
	options: [uploadAddressOption],
	async *outcomes({ api, parameters, observe, inputs }) {
		const uploads = api.eventUploads(parameters.optionText(uploadAddressOption.name));
		const events = await inputs(readEvent);
		const remark = (text: string) => {
			observe({ type: 'remark', text });
		};
		const nameless = events.filter(({ value: { event } }) => event.uid === undefined).length;
		if (nameless > 0)
			remark(
				`${plural(nameless, 'event')} had no User ID, by which TargetADS finds out what led to an event.`,
			);
		yield* inBatches(events, { ...EVENTS_PER_REQUEST, bytesOf }, async (batch) => {
			const { taken, refused } = await uploads.send(batch.map(({ event }) => event));
			const accepted = batch.length - refused.size;
			if (taken !== undefined && taken !== accepted)
				remark(
					`TargetADS counts ${plural(taken, 'event')} in a request of which it did not refuse ${accepted}.`,
				);
			return batch.map(({ event }, index) => {
				const reason = refused.get(index);
				if (reason !== undefined)
					return new RequestInvalidError(`TargetADS refused the event: ${reason}.`, {
						advice: 'Correct the event and send it again; TargetADS has not taken it.',
					});
				return { uploaded: true, uid: event.uid ?? null, eventName: event.event_name };
			});
		});
	},
};
