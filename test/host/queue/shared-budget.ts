import { expect, it } from '@jest/globals';

import { myTarget } from '../../platforms/mytarget';
import type { MyTargetOptions } from '../../sandbox/mytarget';
import type { QueueStack } from './stack';
import { behindWebhook, executionsOf, runInQueue } from './webhook-workflow';

const requestsPerSecond = 10;
const pages = 10;
const executions = 20;

/** 200 requests, for which the account is allowed 20 seconds. */
export const smallBudget: Partial<MyTargetOptions> = {
	campaigns: pages * 50,
	budget: { rps: requestsPerSecond },
};

export const budgetWorkflow = behindWebhook('shared-budget', myTarget, {
	resource: 'campaign',
	operation: 'getAll',
	returnAll: true,
	campaignFields: ['id'],
	options: { budgetShare: 0.5 },
});

/** The workers know nothing of each other: each keeps to its half of the account's budget. */
export function budgetIsShared(stack: () => QueueStack): void {
	it('two workers with a Budget Share of 0.5 are hardly ever refused, and hardly slower than the budget', async () => {
		const { sandbox, workers } = stack();
		sandbox.reset();
		const ids = await runInQueue(stack(), budgetWorkflow.id, executions);
		for (const execution of await executionsOf(stack(), ids)) {
			expect(new Set(execution.json('Node').map(({ id }) => id)).size).toBe(pages * 50);
		}
		const requests = sandbox.requests.filter(({ platform }) => platform === 'myTarget');
		const refused = requests.filter(({ status }) => status === 429).length;
		const seconds =
			(Math.max(...requests.map(({ endedAt }) => endedAt)) -
				Math.min(...requests.map(({ startedAt }) => startedAt))) /
			1000;
		const ideal = (pages * executions) / requestsPerSecond;
		const shares = workers.map(({ name, started }) => {
			const own = ids.filter((id) => started.includes(id)).length;
			return `${name}: ${own} executions`;
		});
		console.log(
			`${requests.length} requests, ${refused} of them answered 429, in ${seconds} s; ` +
				`the budget allows them in ${ideal} s\n${shares.join('\n')}`,
		);
		expect(requests.length - refused).toBe(pages * executions);
		expect(refused / requests.length).toBeLessThan(0.05);
		// The budget sets the pace, the machine only has to keep up with 10 requests a second.
		expect(seconds / ideal).toBeLessThan(1.3);
		for (const { started } of workers) expect(ids.filter((id) => started.includes(id))).not.toEqual([]);
	});
}
