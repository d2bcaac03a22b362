import type { Engine } from '../../engine';
import { runOn } from '../../engine/one-node';
import { accounts } from '../../platforms';
import type { OperationUnderTest } from '../../platforms/loaded-node';
import type { TestPlatform } from '../../platforms/platform';
import { startSandbox, type Sandbox } from '../../sandbox';
import { requestProblems } from '../../security/request-problems';
import { Random } from '../random';
import { someOf } from './random-value';
import { verdictOf, type Verdict } from './verdict';

export interface ParameterFindings {
	/** That there are. */
	readonly operations: number;
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
/** Objects that writes leave behind go with the sandbox. */
const SETS_PER_SANDBOX = 1000;

/** Runs a node with random parameters on n8n's engine against the sandbox. */
export async function runParameterCampaign(
	engine: Engine,
	platform: TestPlatform,
	{ seed, sets, atATime }: ParameterCampaign,
): Promise<ParameterFindings> {
	const { operations } = platform.sources().node;
	const counts = { rows: 0, parameter: 0, platform: 0, n8n: 0, stopped: 0 };
	const found = { defects: [], hangs: [], requests: 0, injections: [] };
	const findings: ParameterFindings = { operations: operations.length, counts, ...found };
	for (let from = 0; from < sets; from += SETS_PER_SANDBOX) {
		const sandbox = await startSandbox(accounts('quick'));
		const until = Math.min(sets, from + SETS_PER_SANDBOX);
		let next = from;
		const work = async () => {
			// One random source per set, so that a set does not depend on which ones ran before it.
			while (next < until) {
				const random = new Random(seed + next++);
				await runSet({ engine, sandbox, platform }, random.pick(operations), random, findings);
			}
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
	{ engine, sandbox, platform }: { engine: Engine; sandbox: Sandbox; platform: TestPlatform },
	operation: OperationUnderTest,
	random: Random,
	findings: ParameterFindings,
): Promise<void> {
	const parameters = parametersOf(operation, random);
	const run = await runOn(engine, platform, platform.credential(sandbox), parameters, {
		cancelAfterMs: STOP_AFTER_MS,
	});
	const shown = JSON.stringify(parameters).slice(0, 600);
	const verdict = verdictOf(run, platform.title, operation, parameters);
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
