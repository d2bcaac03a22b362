import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FaultHandle } from '../sandbox';
import { FakeClock } from '../support/fake-clock';
import { judge } from './judge';
import type { Cell, Scene } from './model';
import { fingerprints } from './rows';
import type { Tampering } from './tampered-transport';
import { NOW, type Outcome, type Workbench } from './workbench';

/** Runs a cell and judges it. @returns what is wrong, undefined where everything is right */
export async function runCell(
	workbench: Workbench,
	cell: Cell,
	truth: readonly string[],
): Promise<string | undefined> {
	workbench.reset();
	const { fault } = cell;
	const clock = new FakeClock(NOW);
	const handle = fault.strike === 'refuse' ? undefined : switchOn(workbench, cell, clock);
	const strikes = (index: number) => (cell.lasting === 'once' ? index === cell.index : index >= cell.index);
	const tampering: Tampering = { strikes, refuse: handle === undefined, timeouts: fault.timeouts };
	const parameters = parametersOf(workbench, cell);
	const outcome = await workbench.run(parameters, clock, tampering);
	const hits = handle?.hits ?? outcome.sent.filter((_sent, index) => strikes(index)).length;
	const strangers = [...workbench.stranger.requests];
	const reloaded = await reload(workbench, parameters, outcome);
	return judge(cell, outcome, { hits, truth, reloaded, strangers, secrets: workbench.secrets });
}

export function parametersOf({ sandbox }: Workbench, { operation, mode }: Cell): INodeParameters {
	const parameters = operation.parameters(sandbox);
	if (mode === 'stop') return parameters;
	return { ...parameters, options: { ...(parameters.options as INodeParameters), onSliceFailure: 'continue' } };
}

function switchOn(workbench: Workbench, { fault, skip, lasting }: Cell, clock: FakeClock): FaultHandle {
	const { platform, sandbox, stranger } = workbench;
	const scene: Scene = { strangerUrl: stranger.url, now: () => clock.now(), platform };
	if (fault.strike === 'refuse') throw new Error('The sandbox cannot play this fault.');
	return sandbox.faults.add({
		...(fault.pattern?.(platform) ?? { path: /^/ }),
		skip,
		...(lasting === 'once' && { times: 1 }),
		fault: fault.strike(scene),
	});
}

/** Feeds failed slices back to the node, as they are meant to be, on a platform that is well again. */
async function reload(
	workbench: Workbench,
	parameters: INodeParameters,
	{ failedSlices }: Outcome,
): Promise<readonly string[] | string> {
	workbench.sandbox.reset();
	const rows: IDataObject[][] = [];
	for (const { index, count, error, ...scope } of failedSlices) {
		const again = { ...parameters, ...scope, dateRange: 'custom' } as INodeParameters;
		const outcome = await workbench.run(again);
		if (outcome.error !== undefined || outcome.failedSlices.length > 0)
			return `the failed slice ${String(index)} of ${String(count)} (${JSON.stringify(error)}) cannot be loaded again: ${String(outcome.error)}`;
		rows.push([...outcome.rows]);
	}
	return fingerprints(rows.flat());
}
