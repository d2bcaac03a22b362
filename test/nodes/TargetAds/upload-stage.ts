import type { IDataObject } from 'n8n-workflow';

import type { RunOptions } from '../../engine';
import { Harness, NODE } from './harness';

const UPLOAD = {
	...{ resource: 'event', operation: 'upload', eventName: '={{ $json.name }}', uid: '={{ $json.uid }}' },
	additionalFields: { time: '={{ $json.time }}', eventValue: '={{ $json.value }}' },
};
export const BATCH = '/api/project/event/upload/batch';
export const TIME = '2026-02-01T10:00:00+03:00';

const isRefusedOne = ({ uid }: Readonly<Record<string, unknown>>) =>
	uid === 'user-1234' || uid === 'user-24999';

export const event = (number: number, changes: object = {}) => ({
	...{ name: 'Purchase', uid: `user-${number}`, time: TIME, value: number },
	...changes,
});
export const events = (count: number) => Array.from({ length: count }, (_none, number) => event(number));

export const continuing = { onError: 'continueErrorOutput' };

/** A sandbox that refuses two of 25,000 events, for the tests of one file, and what they send to it. */
export function uploadStage() {
	let stop = new AbortController();
	let last = '';
	const harness = Harness.ofFile({
		targetAds: {
			placements: 3,
			refuseEvent: (event) => {
				if (event.uid === last) stop.abort();
				return isRefusedOne(event) ? 'uid is unknown' : undefined;
			},
		},
	});

	/** Items by way of the node; its two outputs. */
	async function uploaded(
		items: readonly object[],
		{ settings = {}, fields = {}, ...options }: RunOptions & { settings?: object; fields?: object } = {},
	) {
		const input = items.map((json) => ({ json: json as IDataObject }));
		const run = await harness.run({ ...UPLOAD, ...fields }, { input, ...options }, { ...settings });
		return {
			run,
			good: run.error === undefined ? run.json(NODE, 0) : [],
			bad: run.error === undefined && 'onError' in settings ? run.json(NODE, 1) : [],
		};
	}

	return {
		harness,
		uploaded,
		/** Has the execution stopped while the platform works on a request with this event. */
		stopAt: (uid: string) => {
			stop = new AbortController();
			last = uid;
		},
		stopSignal: () => stop.signal,
		taken: () => harness.sandbox.targetAds.takenEvents,
		batches: () =>
			harness.sandbox.requests
				.filter(({ path }) => path.endsWith('/batch'))
				.map(({ body }) => body as object[]),
	};
}
