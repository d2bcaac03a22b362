import { type Engine, startEngine, type WorkflowJson } from '../engine';
import { accounts } from '../platforms';
import { credentialsById, credentialsByType } from '../platforms/credentials';
import { type FaultHandle, type FaultRule, type Sandbox, startSandbox } from '../sandbox';
import { type Effort, readExamples, report } from './example';
import { type ProgressLine, seconds, wrap } from './text';

const RAW = '/v1/reports/raw_reports';
const wait = { kind: 'status', status: 429, retryAfter: '2' } as const;

/** Some bad luck with raw data, so that the demo shows how it is met: nothing of it costs a row. */
const stumbles: readonly FaultRule[] = [
	{ path: RAW, skip: 2, times: 1, fault: { kind: 'status', status: 503 } },
	{ path: RAW, skip: 5, times: 1, fault: { kind: 'reset-mid-body' } },
	{ path: RAW, skip: 9, times: 1, fault: wait },
];

const stumblesText =
	'The sandbox stumbles on purpose over raw data: one 503, one connection that breaks off in the middle of ' +
	'an answer, one 429 that asks to wait for 2 s. No row may get lost or come twice.';

export interface DemoOutput {
	line: (text: string) => void;
	progress: ProgressLine;
	/** Columns. */
	width: number;
	/** Stops the workflow that runs, and the demo. */
	signal?: AbortSignal;
}

interface Stage {
	engine: Engine;
	sandbox: Sandbox;
	faults: readonly FaultHandle[];
}

/** Every stumble of the sandbox costs one more attempt, and nothing else does. */
function effortUntilNow({ sandbox, faults }: Stage): Effort {
	return { requests: sandbox.requests.length, retries: faults.reduce((sum, { hits }) => sum + hits, 0) };
}

/** @returns false when the workflow failed; one that the user stopped did not */
async function runExample(stage: Stage, workflow: WorkflowJson, output: DemoOutput): Promise<boolean> {
	const { progress, signal } = output;
	const before = effortUntilNow(stage);
	progress.show('  running ...');
	const onProgress = (message: string) => {
		progress.show(`  ${message}`);
	};
	const run = await stage.engine.run(workflow, {
		credentials: credentialsByType(stage.sandbox),
		credentialsById: credentialsById(stage.sandbox),
		binaryMode: 'filesystem',
		onProgress,
		signal,
	});
	progress.clear();
	if (signal?.aborted === true) return true;
	const after = effortUntilNow(stage);
	const effort = { requests: after.requests - before.requests, retries: after.retries - before.retries };
	for (const text of await report(run, effort, output.width)) output.line(text);
	return run.status === 'success';
}

async function runExamples(stage: Stage, examples: readonly WorkflowJson[], output: DemoOutput) {
	const failures: string[] = [];
	for (const workflow of examples) {
		if (output.signal?.aborted === true) break;
		const name = workflow.name ?? 'Workflow';
		output.line(name);
		output.line('='.repeat(name.length));
		if (!(await runExample(stage, workflow, output))) failures.push(name);
		output.line('');
	}
	return failures;
}

/** Runs workflows on n8n's engine against the sandbox. @returns names of those that failed */
export async function runDemo(
	output: DemoOutput,
	examples: readonly WorkflowJson[] = readExamples(),
): Promise<string[]> {
	const started = performance.now();
	const sandbox = await startSandbox(accounts('demo'));
	try {
		const faults = stumbles.map((rule) => sandbox.faults.add(rule));
		const engine = await startEngine();
		output.line(
			`n8n's engine is loaded (${seconds(performance.now() - started)}), the sandbox: ${sandbox.url}`,
		);
		for (const text of wrap(stumblesText, output.width)) output.line(text);
		output.line('');
		const failures = await runExamples({ engine, sandbox, faults }, examples, output);
		if (output.signal?.aborted !== true)
			output.line(`${examples.length - failures.length} of ${examples.length} workflows succeeded.`);
		return failures;
	} finally {
		await sandbox.close();
	}
}
