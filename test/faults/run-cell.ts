import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../sandbox';
import { FakeClock } from '../support/fake-clock';
import { judge } from './judge';
import type { Cell, Operation, Role, Scene } from './model';
import { fingerprints } from './rows';
import type { Sent, Tampering } from './tampered-transport';
import { NOW, Workbench, type Outcome } from './workbench';

/** An operation that nothing disturbs. */
export interface Sound {
	readonly truth: readonly string[];
	/** How many reports it orders. */
	readonly orders: number;
}

/** Runs a cell and judges it. @returns what is wrong, undefined where everything is right */
export async function runCell(
	workbench: Workbench,
	cell: Cell<Operation>,
	sound: Sound,
): Promise<string | undefined> {
	const leavesRequests = cell.operation.concurrent === true || cell.fault.timeouts !== undefined;
	if (!leavesRequests) return runOn(workbench, cell, sound);
	// What was under way when such a run ended arrives later, and must not be taken for the next run's.
	const own = await Workbench.open(workbench.platform);
	try {
		return await runOn(own, cell, sound);
	} finally {
		await own.close();
	}
}

async function runOn(workbench: Workbench, cell: Cell<Operation>, sound: Sound): Promise<string | undefined> {
	workbench.reset();
	const { fault } = cell;
	const clock = new FakeClock(NOW);
	const divert = typeof fault.strike === 'string' ? workbench.diversions[fault.strike] : undefined;
	if (typeof fault.strike !== 'string') switchOn(workbench, cell, fault.strike, clock);
	const strikes = (index: number) => (cell.lasting === 'once' ? index === cell.index : index >= cell.index);
	const tampering: Tampering = { strikes, divert, timeouts: fault.timeouts };
	const parameters = parametersOf(workbench, cell);
	const outcome = await workbench.run(parameters, clock, tampering);
	// A server may learn of a request when its client has given it up long ago, or never.
	const struck =
		divert !== undefined || fault.timeouts !== undefined
			? outcome.sent.filter((_sent, index) => strikes(index)).map((sent) => roleOfSent(workbench, sent))
			: outcome.received.filter(({ fault }) => fault !== undefined).map(workbench.platform.roleOf);
	const elsewhere = [...workbench.otherServer.received, ...workbench.foreignServer.received];
	const reloaded = await reload(workbench, parameters, outcome);
	// Halves of a result that is too long to be read are the only way to its rows.
	const isTooLong = fault.group === 'size' && struck[0] === workbench.platform.wholeJobs;
	const mostOrders = isTooLong ? Infinity : sound.orders;
	const { truth } = sound;
	const { secrets, personal, platform } = workbench;
	const { credentialForms = 1 } = platform;
	const evidence = { struck, truth, mostOrders, reloaded, credentialForms, elsewhere, secrets, personal };
	return judge(cell, outcome, evidence);
}

function parametersOf(
	{ sandbox }: Workbench,
	{ operation, fault, mode, lasting }: Cell<Operation>,
): INodeParameters {
	const parameters = operation.parameters(sandbox);
	const options: INodeParameters = { ...(parameters.options as INodeParameters), ...fault.options };
	// What never gets better is not made clearer by four attempts instead of two.
	if (lasting === 'for good') options.maxRetries = 1;
	if (mode === 'continue') options.onSliceFailure = 'continue';
	return { ...parameters, options };
}

export function switchOn(
	{
		platform,
		sandbox,
		otherServer,
		secrets,
	}: Pick<Workbench, 'platform' | 'sandbox' | 'otherServer' | 'secrets'>,
	{ fault, skip, lasting }: Cell,
	strike: (scene: Scene) => Fault,
	clock: FakeClock,
): void {
	sandbox.faults.add({
		...(fault.pattern?.(platform) ?? { path: /^/ }),
		skip,
		...(lasting === 'once' && { times: 1 }),
		fault: strike({ elsewhere: otherServer.url, now: () => clock.now(), secrets, platform }),
	});
}

/** A refused connection reaches no server whose log could tell what it was for. */
export function roleOfSent(
	{ platform, sandbox }: Pick<Workbench, 'platform' | 'sandbox'>,
	{ method, url }: Sent,
): Role {
	const base = new URL(String(platform.of.credential(sandbox).baseUrl));
	const { origin, pathname } = new URL(url);
	const isForApi = origin === base.origin;
	const path = isForApi ? pathname.slice(base.pathname.length) : pathname;
	return platform.roleOf({ method, path, platform: isForApi ? 'api' : 'storage' });
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
