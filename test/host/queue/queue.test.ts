import { afterAll, beforeAll, describe } from '@jest/globals';

import { publish } from '../server/publish';
import { deadWorkerLosesNothing } from './dead-worker';
import { eventsComeOnce } from './events';
import { filesAreShared, filesWorkflow } from './files';
import { loadsAreExact } from './loads';
import { budgetIsShared, budgetWorkflow, smallBudget } from './shared-budget';
import { examples, loadId } from './slice-load';
import { type QueueStack, startQueueStack } from './stack';

// One stack for all: to start it takes longer than the tests. The worker dies last.
let stack: QueueStack;
beforeAll(async () => {
	stack = await startQueueStack([...examples, filesWorkflow, budgetWorkflow], { myTarget: smallBudget });
	for (const id of [loadId, filesWorkflow.id, budgetWorkflow.id]) {
		await publish(stack.main.rest, stack.version, id);
	}
}, 300_000);
afterAll(async () => {
	await stack.close();
});

describe('a load that is spread over workers', () => {
	loadsAreExact(() => stack);
});
describe('files in queue mode', () => {
	filesAreShared(() => stack);
});
describe('one account, two workers', () => {
	budgetIsShared(() => stack);
});
describe('triggers in queue mode', () => {
	eventsComeOnce(() => stack);
});
describe('a worker that dies', () => {
	deadWorkerLosesNothing(() => stack);
});
