import { expect, it } from '@jest/globals';

import { adfox } from '../../platforms/adfox';
import { targetAds } from '../../platforms/targetads';
import { publish, takeBack } from '../server/publish';
import { eachHasRun, eventCases, executions, triggerWorkflow } from '../support/events';
import { createWorkflow } from '../support/host';
import type { QueueStack } from './stack';

/** VK Ads' requests are few here, because another test is about them. */
const cases = eventCases.filter(({ platform }) => platform === targetAds || platform === adfox);

/** One process polls, and others run what comes of it. */
export function eventsComeOnce(stack: () => QueueStack): void {
	it('tells each event once', async () => {
		const { main, sandbox, version, workers } = stack();
		const { rest } = main;
		const ids: string[] = [];
		for (const one of cases) ids.push(await createWorkflow(rest, triggerWorkflow(one)));
		for (const id of ids) await publish(rest, version, id);
		expect(await executions(rest, ids)).toEqual(ids.map(() => []));

		for (const { occurrence } of cases) occurrence.happens(sandbox);
		const first = await eachHasRun(rest, ids, 1);
		for (const { occurrence } of cases) occurrence.happens(sandbox);
		const all = await eachHasRun(rest, ids, 2);

		const byWorkers = new Set(workers.flatMap(({ started }) => started));
		expect(all.filter((id) => byWorkers.has(id))).toEqual(all);
		expect(all.length).toBe(2 * first.length);
		for (const id of ids) await takeBack(rest, version, id);
	}, 700_000);
}
