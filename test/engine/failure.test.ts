import { describe, expect, it } from '@jest/globals';

import { ofFile } from '../support/of-file';
import { probeWorkflow, startFixture } from './fixture';

const engine = ofFile(startFixture);

const tooMany = {
	name: 'NodeApiError',
	message: 'Too many requests',
	description: 'Wait a while',
	httpCode: '429',
	context: { kind: 'rate-limited', itemIndex: 0 },
	node: { name: 'Probe' },
};

describe('a failure', () => {
	it('keeps the context of a NodeApiError', async () => {
		const run = await engine.run(probeWorkflow({ operation: 'fail' }));
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject(tooMany);
		expect(run.nodeError('Probe')).toMatchObject(tooMany);
		expect(run.items('After')).toEqual([]);
		// The engine's own report of it is not what the node logged.
		expect(run.logs).toEqual([]);
	});

	it('of a node that continues is the error of the node only', async () => {
		const run = await engine.run(probeWorkflow({ operation: 'fail' }, { onError: 'continueRegularOutput' }));
		expect(run.error).toBeUndefined();
		expect(run.status).toBe('success');
		expect(run.nodeError('Probe')).toMatchObject(tooMany);
		expect(run.items('After')).toHaveLength(1);
	});

	it('of the workflow itself is told like one of a run', async () => {
		const run = await engine.run(probeWorkflow({ operation: 'needy' }));
		expect(run.status).toBe('error');
		expect(run.error?.name).toBe('WorkflowHasIssuesError');
		expect(run.items('Start')).toEqual([]);
	});

	it('names a node type that is not there', async () => {
		const workflow = { nodes: [{ name: 'A', type: 'n8n-nodes-base.slack' }] };
		await expect(engine.run(workflow)).rejects.toThrow('Unrecognized node type: n8n-nodes-base.slack');
	});
});

describe('a stop', () => {
	const waiting = probeWorkflow({ operation: 'wait' });

	it('after a time ends the run', async () => {
		const run = await engine.run(waiting, { cancelAfterMs: 20 });
		expect(run.status).toBe('canceled');
		expect(run.items('After')).toEqual([]);
	});

	it('by a signal ends the run', async () => {
		const controller = new AbortController();
		const running = engine.run(waiting, { signal: controller.signal });
		setImmediate(() => {
			controller.abort();
		});
		expect((await running).status).toBe('canceled');
	});

	it('before the start lets nothing run', async () => {
		const run = await engine.run(waiting, { signal: AbortSignal.abort() });
		expect(run.status).toBe('canceled');
		expect(run.items('Start')).toEqual([]);
	});

	it('that comes after the end changes nothing', async () => {
		const run = await engine.run(probeWorkflow({}), { cancelAfterMs: 60_000 });
		expect(run.status).toBe('success');
	});
});
