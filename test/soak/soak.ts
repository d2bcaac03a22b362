import type { Engine } from '../engine';
import { runOn } from '../engine/one-node';
import { heapAfterCollection } from '../fuzz/memory';
import { accounts, platforms } from '../platforms';
import type { TestPlatform } from '../platforms/platform';
import { startSandbox, type Fault, type Sandbox } from '../sandbox';

export interface SoakOptions {
	readonly executions: number;
	readonly atATime: number;
	/** Share of requests that go wrong. */
	readonly faults: number;
}

/** What is open in the process: sockets of both sides, servers, timers. */
export type Resources = Readonly<Record<string, number>>;

export interface SoakResult {
	executions: number;
	requests: number;
	faults: number;
	/** All rows, each once. */
	exact: number;
	/** An error of the node, with its kind, in the place of rows. */
	honest: number;
	/** Anything else. */
	readonly wrong: string[];
	/** After the warm-up, and at the end. */
	heap: readonly [before: number, after: number];
	resources: readonly [before: Resources, warm: Resources, after: Resources, closed: Resources];
}

const KINDS: readonly Fault[] = [
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 502, body: '<html>bad gateway</html>' },
	{ kind: 'status', status: 503, retryAfter: '1' },
	{ kind: 'html' },
	{ kind: 'truncate' },
	{ kind: 'reset-before' },
	{ kind: 'reset-after' },
	{ kind: 'reset-mid-body' },
];

/** Executions of every platform's node on one engine, several at a time, while a share of the requests goes wrong. */
export async function soak(engine: Engine, options: SoakOptions): Promise<SoakResult> {
	const { executions, atATime, faults } = options;
	const before = openResources();
	const sandbox = await startSandbox(accounts('quick'));
	const result: SoakResult = {
		...{ executions: 0, requests: 0, faults: 0, exact: 0, honest: 0, wrong: [] },
		heap: [0, 0],
		resources: [before, before, before, before],
	};
	try {
		const truths = new Map<TestPlatform, string>();
		for (const platform of platforms) truths.set(platform, (await rowsOf(engine, sandbox, platform)).rows!);
		// Whatever is loaded, compiled or cached once.
		await runMany(Math.ceil(executions / 10), atATime, async (index) => {
			await rowsOf(engine, sandbox, platforms[index % platforms.length]!);
		});
		sandbox.reset();
		const warm = openResources();
		const heapBefore = heapAfterCollection();

		const handles = KINDS.map((fault) =>
			sandbox.faults.add({ path: /./, rate: faults / KINDS.length, fault }),
		);
		await runMany(executions, atATime, async (index) => {
			const platform = platforms[index % platforms.length]!;
			const { rows, error } = await rowsOf(engine, sandbox, platform);
			result.executions += 1;
			if (rows === truths.get(platform)) result.exact += 1;
			else if (rows === undefined && error?.kind !== undefined) result.honest += 1;
			else result.wrong.push(`${platform.title}: ${error?.message ?? 'other rows'}`);
		});
		result.faults = handles.reduce((sum, { hits }) => sum + hits, 0);
		result.requests = sandbox.requests.length;
		sandbox.reset();
		const after = openResources();
		result.heap = [heapBefore, heapAfterCollection()];
		result.resources = [before, warm, after, after];
	} finally {
		await sandbox.close();
	}
	await socketsToClose(before);
	const [, warm, after] = result.resources;
	result.resources = [before, warm, after, openResources()];
	return result;
}

function openResources(): Resources {
	const counts: Record<string, number> = {};
	for (const type of process.getActiveResourcesInfo()) counts[type] = (counts[type] ?? 0) + 1;
	return counts;
}

/** Both ends of a connection notice its end some turns of the event loop later. */
async function socketsToClose(before: Resources): Promise<void> {
	for (let turns = 0; turns < 200; turns++) {
		if ((openResources().TCPSocketWrap ?? 0) <= (before.TCPSocketWrap ?? 0)) return;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

async function runMany(count: number, atATime: number, run: (index: number) => Promise<void>): Promise<void> {
	let next = 0;
	const work = async () => {
		while (next < count) await run(next++);
	};
	await Promise.all(Array.from({ length: atATime }, work));
}

interface Outcome {
	/** As one text, to compare; undefined when the run failed. */
	readonly rows: string | undefined;
	readonly error: { readonly message: string; readonly kind: unknown } | undefined;
}

async function rowsOf(engine: Engine, sandbox: Sandbox, platform: TestPlatform): Promise<Outcome> {
	const run = await runOn(engine, platform, platform.credential(sandbox), platform.steady(sandbox));
	const { error } = run;
	if (error !== undefined)
		return { rows: undefined, error: { message: error.message, kind: error.context?.kind } };
	return { rows: JSON.stringify(run.json(platform.title)), error: undefined };
}
