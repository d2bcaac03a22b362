import { setTimeout as sleep } from 'node:timers/promises';

import { expect, it } from '@jest/globals';

import { targetAds } from '../platforms/targetads';
import type { LoggedRequest } from '../sandbox';
import { executionOf, startManually } from './server/execution';
import { ofFile } from '../support/of-file';
import { startHost } from './support/host';
import { afterStart, nodeOf } from './support/workflow';

const path = '/v1/reports/raw_reports';
/** Of a year, one day each. */
const slices = 366;
const allowedMs = 2000;

const host = ofFile(async () => startHost({ sandbox: { targetAds: { placements: 20 } } }));

const year = afterStart([
	nodeOf(targetAds, 'Report', {
		resource: 'report',
		operation: 'getRaw',
		fields: ['InteractionTime'],
		interactionTypes: ['PageView'],
		dateRange: 'custom',
		dateFrom: '2024-01-01',
		dateTo: '2024-12-31',
		returnAll: true,
		options: { daysPerRequest: 1 },
	}),
]);

function requests(): readonly LoggedRequest[] {
	return host.sandbox.requests.filter((request) => request.path === path);
}

async function requestsAre(count: number): Promise<void> {
	while (requests().length < count) await sleep(20);
}

/** Clicks on Stop in the middle of a run. @returns when */
async function stopAfter(count: number): Promise<number> {
	const id = await startManually(host.rest, await host.create(year), 'Start');
	await requestsAre(count);
	const stoppedAt = Date.now();
	await host.rest.post(`/executions/${id}/stop`);
	expect((await executionOf(host.rest, id)).status).toBe('canceled');
	// Whatever still comes has its time to arrive.
	await sleep(stoppedAt + 2 * allowedMs - Date.now());
	return stoppedAt;
}

it('a stopped execution asks the platform for no more', async () => {
	host.sandbox.faults.add({ path, fault: { kind: 'delay', ms: 100 } });
	const stoppedAt = await stopAfter(5);
	const late = requests().filter(({ startedAt }) => startedAt > stoppedAt + allowedMs);
	expect(late).toEqual([]);
	// Without the stop it would have gone on: none of them failed, and most days are still to come.
	expect(requests().length).toBeLessThan(slices);
	expect(requests().every(({ status }) => status === 200 || status === 0)).toBe(true);
});

it('and hangs up on an answer that does not come', async () => {
	host.sandbox.faults.add({ path, skip: 4, fault: { kind: 'hang' } });
	const stoppedAt = await stopAfter(5);
	const hanging = requests().slice(4);
	expect(hanging.length).toBeGreaterThan(0);
	for (const { status, endedAt } of hanging) {
		expect(status).toBe(0);
		expect(endedAt).toBeGreaterThanOrEqual(stoppedAt);
		expect(endedAt).toBeLessThan(stoppedAt + allowedMs);
	}
});
