import type { Engine } from '../../engine';
import { demoCredentials } from '../../demo/credentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import { requestProblems } from '../../security/request-problems';
import { Random } from '../random';
import type { NodeUnderTest, OperationUnderTest } from './nodes-under-test';
import { someOf } from './random-value';
import { verdictOf, type Verdict } from './verdict';

export interface ParameterFindings {
	readonly node: string;
	readonly counts: Record<Extract<Verdict, string>, number>;
	/** What went wrong and the parameters that did it. */
	readonly defects: string[];
	/** Runs that went on after they had been stopped. */
	readonly hangs: string[];
	/** Requests that reached the sandbox. */
	requests: number;
	/** Requests that a value turned into another one: another path, other names, other headers. */
	readonly injections: string[];
}

export interface ParameterCampaign {
	readonly seed: number;
	readonly sets: number;
	/** Sets under way at the same time. */
	readonly atATime: number;
}

/** Real milliseconds; some sets ask for thousands of years, day by day. */
const STOP_AFTER_MS = 4000;
/** Far more than settling takes, so that it does not count what else the machine does. */
const HANG_MS = 20_000;
const NODE = 'Node';
/** Objects that writes leave behind go with the sandbox. */
const SETS_PER_SANDBOX = 1000;

/** Small accounts, jobs that are done at the first look, no budgets. */
async function openSandbox(): Promise<Sandbox> {
	return startSandbox({
		targetAds: { jobPolls: 0, placements: 12 },
		promoPages: { reportPolls: 0, campaigns: [12, 7, 0, 3, 5, 4] },
		myTarget: { campaigns: 60, banners: 60, adPlans: 20, budget: false },
		adfox: { reportPolls: 0, banners: 60, campaigns: 20, reportRequestsPerMinute: 0, reportTasks: 100 },
	});
}

/** Runs a node with random parameters on n8n's engine against the sandbox. */
export async function runParameterCampaign(
	engine: Engine,
	under: NodeUnderTest,
	{ seed, sets, atATime }: ParameterCampaign,
): Promise<ParameterFindings> {
	const counts = { rows: 0, parameter: 0, platform: 0, n8n: 0, stopped: 0 };
	const findings: ParameterFindings = {
		node: under.displayName,
		counts,
		defects: [],
		hangs: [],
		requests: 0,
		injections: [],
	};
	for (let from = 0; from < sets; from += SETS_PER_SANDBOX) {
		const sandbox = await openSandbox();
		const until = Math.min(sets, from + SETS_PER_SANDBOX);
		let next = from;
		const work = async () => {
			// One random source per set, so that a set does not depend on which ones ran before it.
			while (next < until) await runSet(engine, sandbox, under, new Random(seed + next++), findings);
		};
		try {
			await Promise.all(Array.from({ length: atATime }, work));
			findings.requests += sandbox.requests.length;
			findings.injections.push(...sandbox.requests.flatMap(requestProblems));
		} finally {
			await sandbox.close();
		}
	}
	return findings;
}

async function runSet(
	engine: Engine,
	sandbox: Sandbox,
	under: NodeUnderTest,
	random: Random,
	findings: ParameterFindings,
): Promise<void> {
	const operation = random.pick(under.operations);
	const parameters = parametersOf(operation, random);
	const credentials = { [under.credentialType]: { id: 'c', name: 'c' } };
	const workflow = { nodes: [{ name: NODE, type: under.type, parameters, credentials }] };
	const run = await engine.run(workflow, {
		credentials: demoCredentials(sandbox),
		cancelAfterMs: STOP_AFTER_MS,
	});
	const shown = JSON.stringify(parameters).slice(0, 600);
	const verdict = verdictOf(run, NODE, operation, parameters);
	if (typeof verdict === 'string') findings.counts[verdict] += 1;
	else findings.defects.push(`${verdict.defect} <- ${shown}`);
	if (run.durationMs > STOP_AFTER_MS + HANG_MS) findings.hangs.push(`${run.durationMs} ms <- ${shown}`);
}

/** Random parameters for one operation. */
export function parametersOf(
	{ resource, operation, fields }: OperationUnderTest,
	random: Random,
): Record<string, unknown> {
	const parameters = { ...someOf(fields, 0.6, random), resource, operation };
	// Most sets would fail at their dates before anything else of them is looked at.
	const dates = { dateRange: 'custom', dateFrom: '2026-11-01', dateTo: '2026-11-03' };
	return random.chance(0.6) && fields.some(({ name }) => name === 'dateRange')
		? { ...parameters, ...dates }
		: parameters;
}
