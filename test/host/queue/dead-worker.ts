import { beforeAll, expect, it } from '@jest/globals';

import { n8nDatabase } from './settings';
import { SliceLoad } from './slice-load';
import type { QueueStack, Worker } from './stack';
import { until } from '../server/program';

/** A worker that is gone in the middle of its slices. The first of the two stays dead afterwards. */
export function deadWorkerLosesNothing(stack: () => QueueStack): void {
	let load: SliceLoad;
	let lastBefore: string;
	beforeAll(async () => {
		load = new SliceLoad(stack());
		await load.forget();
		const { postgres } = stack();
		[lastBefore = '0'] = await postgres.query(n8nDatabase, 'select max(id) from execution_entity');
	});

	/** Ids of the executions since then that have this status. */
	const executions = async (...statuses: string[]) =>
		await stack().postgres.query(
			n8nDatabase,
			`select id from execution_entity where id > ${lastBefore} and status in ('${statuses.join("', '")}')`,
		);
	const unfinishedDays = async () =>
		(await load.ledger()).filter(({ isLoaded }) => !isLoaded).map(({ day }) => day);

	it('leaves no slice by half, and n8n does as much of them again as its version does', async () => {
		const { sandbox, workers, version } = stack();
		const [dying, other] = workers as [Worker, Worker];
		// Half of the slices take 5 seconds, so there are some done and some under way.
		const slow = { path: '/v1/reports/raw_reports', rate: 0.5, fault: { kind: 'delay', ms: 5000 } } as const;
		sandbox.faults.add(slow);
		await load.handOut();
		await until('worker 1 is in the middle of its slices', () => {
			const own = dying.started.filter((id) => Number(id) > Number(lastBefore));
			return dying.unfinished.length > 0 && own.length > dying.unfinished.length;
		});
		await dying.process.kill();
		sandbox.faults.clear();
		await until('n8n has missed worker 1, and worker 2 has done what was left in the queue', async () => {
			return (await executions('new', 'running')).length === 0;
		});

		const failed = await executions('error', 'crashed');
		const again = other.started.filter((id) => dying.started.includes(id));
		const unfinished = await unfinishedDays();
		console.log(
			`Worker 1 died over the executions ${dying.unfinished.join(', ')}; n8n ${version} failed ` +
				`${failed.join(', ') || 'none'} and did ${again.join(', ') || 'none'} again; unfinished are ` +
				`${unfinished.join(', ') || 'none'}\n${await load.shares()}`,
		);
		// n8n 1 puts the jobs of a dead worker back into the queue once, n8n 2 never.
		if (version.startsWith('1.')) {
			expect(again).toEqual(expect.arrayContaining(dying.unfinished));
			expect(unfinished).toEqual([]);
		} else {
			expect(again).toEqual([]);
			expect(unfinished).not.toEqual([]);
			expect(failed.length).toBeGreaterThanOrEqual(unfinished.length);
		}
		const slices = await load.ledger();
		const loaded = slices.filter(({ isLoaded }) => isLoaded).map(({ day }) => day);
		expect(await load.table()).toEqual(load.truth(loaded));
	});

	it('a second run takes up what is unfinished and nothing else, and the table is exact', async () => {
		const unfinished = await unfinishedDays();
		const { requests } = stack().sandbox;
		const before = requests.length;
		expect(await load.handOut()).toBe(unfinished.length);
		await load.untilLoaded();
		expect(requests.length - before).toBe(unfinished.length);
		const slices = await load.ledger();
		expect(await load.table()).toEqual(load.truth(slices.map(({ day }) => day)));
		console.log(`The second run loaded ${unfinished.join(', ') || 'none'}`);
	});
}
