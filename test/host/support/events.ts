import { setTimeout as sleep } from 'node:timers/promises';

import { expect } from '@jest/globals';
import { z } from 'zod';

import type { WorkflowJson } from '../../engine';
import { platforms } from '../../platforms';
import { reference } from '../../platforms/credentials';
import type { Occurrence } from '../../platforms/occurrence';
import type { TestPlatform } from '../../platforms/platform';
import { executionOf } from '../server/execution';
import type { RestClient } from '../server/rest-client';

/** n8n polls once a minute at most. */
const POLL_MS = 61_000;

const listed = z.object({ results: z.array(z.object({ id: z.string() })) });

export interface EventCase {
	readonly platform: TestPlatform;
	readonly occurrence: Occurrence;
}

/** Every event of every trigger. */
export const eventCases: readonly EventCase[] = platforms.flatMap((platform) =>
	(platform.occurrences ?? []).map((occurrence) => ({ platform, occurrence })),
);

export function triggerWorkflow({ platform, occurrence: { event, parameters } }: EventCase): WorkflowJson {
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	return {
		name: `${platform.title}: ${event}`,
		nodes: [
			{
				name: 'Trigger',
				type: `${platform.type}Trigger`,
				credentials: reference(platform),
				parameters: { pollTimes, event, ...parameters },
			},
		],
	};
}

/** Executions of each workflow, the oldest first. */
export async function executions(rest: RestClient, ids: readonly string[]): Promise<string[][]> {
	return Promise.all(
		ids.map(async (workflowId) => {
			const filter = encodeURIComponent(JSON.stringify({ workflowId }));
			const { results } = listed.parse(await rest.get(`/executions?filter=${filter}`));
			return results.map(({ id }) => id).reverse();
		}),
	);
}

/** Waits until each has run so many times, and sees that none has run more often, with an item each time. */
export async function eachHasRun(rest: RestClient, ids: readonly string[], count: number): Promise<string[]> {
	// Polls of a busy machine come late, and one that failed comes again after a pause.
	const deadline = Date.now() + 4 * POLL_MS;
	let all = await executions(rest, ids);
	while (!all.every((one) => one.length >= count) && Date.now() < deadline) {
		await sleep(1000);
		all = await executions(rest, ids);
	}
	expect(all.map((one) => one.length)).toEqual(ids.map(() => count));
	for (const execution of all.flat()) {
		const run = (await executionOf(rest, execution)).assertSuccess();
		expect(run.json('Trigger')).toHaveLength(1);
	}
	return all.flat();
}
