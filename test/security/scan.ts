import type { INodeExecutionData } from 'n8n-workflow';

import type { CredentialData, Engine } from '../engine';
import { runOn } from '../engine/one-node';
import { parametersOf } from '../fuzz/parameters/campaign';
import { Random } from '../fuzz/random';
import type { OperationUnderTest } from '../platforms/loaded-node';
import type { TestPlatform } from '../platforms/platform';
import { startSandbox, type Fault, type Sandbox } from '../sandbox';
import { openOtherServer } from '../support/other-server';
import { formsOf, repeatedForms } from '../support/secrets';
import { tracesOf } from '../support/traces';

/** What was looked at, and what was found in it. */
export interface ScanCounts {
	operations: number;
	runs: number;
	messages: number;
	hints: number;
	items: number;
	logs: number;
	binaries: number;
	requests: number;
	/** Texts in which a secret shows. */
	readonly secrets: string[];
	/** Requests with a credential that reached a server other than that of the base URL. */
	readonly strays: string[];
	/** Operations for which no parameters were found that send anything. */
	readonly silent: string[];
}

const MOST_TRIES = 80;
/** Real milliseconds. */
const STOP_AFTER_MS = 3000;

/** Everything that some encoding writes otherwise. */
const TOKEN = `token_Se+cr/et="q\\u%41~0123456789`;

async function openSandbox({ key, accounts: { quick }, withToken }: TestPlatform, elsewhere: string) {
	const own = { ...quick, ...withToken?.(TOKEN, elsewhere) };
	return startSandbox({ [key]: own });
}

/** Answers that repeat the secrets in whatever a platform has for words. */
function repeating(secrets: readonly string[]): Fault[] {
	const words = secrets.flatMap(repeatedForms).join(' | ');
	const json = (status: number) =>
		JSON.stringify({
			ErrorCode: status,
			ErrorMessage: words,
			Errors: [{ FailedField: words, Tag: words }],
			message: words,
			error: { code: 'x', message: words, fields: { a: [words] } },
		});
	const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	const xml = `<response><status><code>-5</code><error>${escaped}</error><parameter>p</parameter><value>${escaped}</value></status></response>`;
	const structured = [400, 401, 403, 404, 500].map((status) => ({ status, body: json(status) }));
	const plain = [200, 400, 413, 502].map((status) => ({ status, body: words }));
	const bodies = [...structured, ...plain, { status: 200, body: xml }, { status: 400, body: xml }];
	return bodies.map((body) => ({ kind: 'status', ...body }));
}

/** Runs every operation of a node on good answers, on refusals that repeat its secrets, and on redirects elsewhere. */
export async function scanNode(engine: Engine, platform: TestPlatform, seed: number): Promise<ScanCounts> {
	const counts: ScanCounts = {
		...{ operations: 0, runs: 0, messages: 0, hints: 0, items: 0, logs: 0, binaries: 0, requests: 0 },
		...{ secrets: [], strays: [], silent: [] },
	};
	const elsewhere = await openOtherServer();
	const sandbox = await openSandbox(platform, elsewhere.url);
	const { operations } = platform.sources().node;
	const credential = platform.credential(sandbox);
	const secrets = [String(credential.accessToken)];
	const faults: Fault[] = [...repeating(secrets), { kind: 'redirect', to: `${elsewhere.url}/taken` }];
	const scan = {
		engine,
		sandbox,
		platform,
		credential,
		forms: secrets.flatMap(formsOf).flatMap(recognizable),
		counts,
	};
	try {
		for (const operation of operations) {
			const asked = await reaching(scan, operation, seed);
			if (asked === undefined) counts.silent.push(`${operation.resource}.${operation.operation}`);
			else for (const fault of faults) await runOnce(scan, asked, fault);
			counts.operations += 1;
		}
		counts.strays.push(...elsewhere.received);
	} finally {
		await Promise.all([sandbox.close(), elsewhere.close()]);
	}
	return counts;
}

/** The whole, and so much of it as would remain of one that was cut. */
function recognizable(form: string): string[] {
	return [form, form.slice(0, 12)];
}

interface Scan {
	readonly engine: Engine;
	readonly sandbox: Sandbox;
	readonly platform: TestPlatform;
	readonly credential: CredentialData;
	readonly forms: readonly string[];
	readonly counts: ScanCounts;
}

interface Asked {
	readonly parameters: Record<string, unknown>;
	/** Items, for an operation that one empty item is not enough for. */
	readonly input?: INodeExecutionData[];
}

/** Parameters with which the operation gets as far as sending something; the good answers are scanned as well. */
async function reaching(scan: Scan, operation: OperationUnderTest, seed: number): Promise<Asked | undefined> {
	const { sandbox, platform } = scan;
	const name = `${operation.resource}.${operation.operation}`;
	const known = platform.writes?.find((write) => write.name === name && write.input !== undefined);
	if (known !== undefined) {
		const asked = { parameters: known.parameters(sandbox), input: known.input };
		if ((await runOnce(scan, asked)) > 0) return asked;
	}
	const needed = platform.samples?.(sandbox)[name];
	for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
		const parameters = { ...parametersOf(operation, new Random(seed + attempt)), ...needed };
		if ((await runOnce(scan, { parameters })) > 0 || sendsNothing(operation)) return { parameters };
	}
	return undefined;
}

/** A plan may know everything that it needs from its parameters. */
function sendsNothing({ operation }: OperationUnderTest): boolean {
	return operation === 'planSlices';
}

/** @returns the number of requests that reached the platform */
async function runOnce(scan: Scan, { parameters, input }: Asked, fault?: Fault): Promise<number> {
	const { engine, sandbox, platform, credential, forms, counts } = scan;
	sandbox.reset();
	if (fault !== undefined) sandbox.faults.add({ path: /./, fault });
	const run = await runOn(engine, platform, credential, parameters, {
		cancelAfterMs: STOP_AFTER_MS,
		input,
	});
	counts.runs += 1;
	counts.requests += sandbox.requests.length;
	const traces = await tracesOf(run);
	for (const kind of ['messages', 'hints', 'items', 'logs', 'binaries'] as const) {
		counts[kind] += traces[kind].length;
		const shown = traces[kind].filter((text) => forms.some((form) => text.includes(form)));
		counts.secrets.push(...shown.map((text) => `${kind}: ${text.slice(0, 400)}`));
	}
	// A link of the platform's own leads to another origin, which has no business with the credential either.
	for (const { platform: service, path, headers, query, body } of sandbox.requests) {
		if (service === platform.key) continue;
		const sent = JSON.stringify([path, headers, query, body]);
		if (forms.some((form) => sent.includes(form))) counts.strays.push(sent);
	}
	return sandbox.requests.length;
}
