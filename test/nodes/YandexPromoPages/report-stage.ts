import { beforeAll } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { Harness, ofPublisher, publisherOf, rowsOfPublisher, runOnFakeClock } from './harness';

export const ORDER = /^\/reports\/campaigns-/;
export const POLL = /^\/reports\/(?!campaigns-)/;

const PERIOD = { dateRange: 'custom', dateFrom: '2026-01-01', dateTo: '2026-01-07' };
export const REPORT = {
	resource: 'report',
	operation: 'get',
	level: 'campaigns',
	campaignScope: 'all',
	returnAll: true,
	...PERIOD,
};

/** A sandbox with 450 campaigns of a publisher for the tests of one file, and what they ask of it. */
export function reportStage() {
	const harness = Harness.ofFile({
		now: () => Date.parse('2026-03-02T09:00:00Z'),
		promoPages: { campaigns: [450], reportPolls: 2 },
	});
	let parameters: INodeParameters;
	beforeAll(() => {
		parameters = { ...REPORT, ...ofPublisher(publisherOf(harness.sandbox)) };
	});
	const publisherId = () => publisherOf(harness.sandbox);
	const lines = (question: object = {}) =>
		harness.sandbox.promoPages.statistics({
			publisherId: publisherId(),
			dateFrom: PERIOD.dateFrom,
			dateTo: PERIOD.dateTo,
			...question,
		});
	return {
		harness,
		publisherId,
		lines,
		truth: (question: object = {}) => rowsOfPublisher(harness.sandbox, publisherId(), lines(question)),
		/** On a clock that does not wait. */
		load: async (changes: INodeParameters = {}) =>
			runOnFakeClock(harness.sandbox, { ...parameters, ...changes }),
		/** On n8n's engine. */
		attempt: async (changes: object, settings: Record<string, unknown> = {}) =>
			harness.run({ ...parameters, ...changes }, {}, settings),
		orders: () => harness.sandbox.requests.filter(({ method }) => method === 'POST'),
		polls: () => harness.sandbox.requests.filter(({ path }) => POLL.test(path)),
	};
}
