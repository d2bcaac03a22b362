import { afterEach, expect } from '@jest/globals';

import type { EngineRun } from '../../engine';
import type { SandboxOptions } from '../../sandbox';
import { tracesOf } from '../../support/traces';
import { Harness, NODE } from './harness';

export const LEADS = '/api/v1/lead_ads/leads.json';

/**
 * The node, with leads to read. Whatever a test of leads does with it, nothing that people said of themselves may stand
 * in a message, hint, log or progress of its runs (trap 60).
 */
export function leadStage(options: SandboxOptions['myTarget'] = {}) {
	const harness = Harness.ofFile({ myTarget: { campaigns: 60, banners: 60, adPlans: 9, ...options } });
	const traces: string[] = [];
	const people = new Set<string>();

	afterEach(() => {
		const leaks = leaksIn(traces.splice(0), people);
		people.clear();
		expect(leaks).toEqual([]);
	});

	async function run(parameters: object, settings: Record<string, unknown> = {}): Promise<EngineRun> {
		const done = await harness.run(
			{ resource: 'lead', operation: 'getAll', returnAll: true, ...parameters },
			{},
			settings,
		);
		for (const value of harness.sandbox.myTarget.contacts) people.add(value);
		const { messages, hints, logs } = await tracesOf(done);
		traces.push(...messages, ...hints, ...logs);
		return done;
	}

	return {
		harness,
		run,
		/** Of what its runs have left so far. */
		traces,
		people,
		async rows(parameters: object = {}) {
			const done = await run(parameters);
			expect(done.error?.message).toBeUndefined();
			return done.json(NODE);
		},
		async failure(parameters: object) {
			const { error } = await run(parameters);
			expect(error).toBeDefined();
			return error!;
		},
		queries: () => harness.sandbox.requests.filter(({ path }) => path === LEADS).map(({ query }) => query),
	};
}

/** Values in texts, also in the form that JSON and addresses give them. */
export function leaksIn(texts: readonly string[], values: Iterable<string>): string[] {
	const all = texts.join('\n');
	return [...values].filter((value) => all.includes(value) || all.includes(encodeURIComponent(value)));
}
