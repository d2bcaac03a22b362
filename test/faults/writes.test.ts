import { describe, expect, it } from '@jest/globals';

import type { EngineRun } from '../engine';
import { PlatformHarness } from '../nodes/support/platform-harness';
import { platforms } from '../platforms';
import { openForeignServer } from '../support/foreign-server';
import { ofFile, shortWaitsInThisFile } from '../support/of-file';
import type { Write } from './model';
import { writeFaults, type Known, type WriteFault } from './table/writes';
import { NOW } from './workbench';

/** What a client says that does not know. */
const DOUBT = 'may have been done';

const writing = platforms.filter(({ writes }) => writes !== undefined);

shortWaitsInThisFile();

const foreignServer = ofFile(openForeignServer);

/** Every change under every fault, and every fault under each of n8n's settings for failures, on n8n's engine. */
describe.each(writing)('$title', (platform) => {
	const { key, title, credentialType, matrix, writes = [] } = platform;
	// Accounts of the matrix may have dates, so the platform's clock goes on from there.
	const options = { [key]: matrix?.account, now: () => Date.parse(NOW) + performance.now() };
	const harness = () => ofFile(async () => PlatformHarness.start(platform, options));
	const settings = (['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const).map(
		(onError) => ({ onError, harness: harness() }),
	);

	async function runUnder(
		harness: PlatformHarness,
		write: Write,
		{ fault, once, options: own }: WriteFault,
		setting: object,
	) {
		harness.sandbox.reset();
		const parameters = { ...write.parameters(harness.sandbox), options: { maxRetries: 3, ...own } };
		if (typeof fault !== 'string')
			harness.sandbox.faults.add({ path: write.path ?? /^/, fault, ...(once && { times: 1 }) });
		const baseUrls = {
			refuse: 'http://127.0.0.1:1/api',
			'foreign certificate': `https://127.0.0.1:${foreignServer.port}/api`,
		};
		const credentials =
			typeof fault === 'string'
				? { [credentialType]: { ...harness.credential, baseUrl: baseUrls[fault] } }
				: {};
		const run = await harness.run(parameters, { credentials, input: write.input }, { ...setting });
		return { message: messageOf(run, title), made: write.made(harness.sandbox) };
	}

	describe.each(writes.map((write, number) => [write.name, write, number] as const))(
		'%s',
		(_name, write, number) => {
			it.each(writeFaults.map((fault, index) => [fault.name, fault.known, fault, index] as const))(
				'under %s it is %s',
				async (_fault, ordinary, fault, index) => {
					const known = write.needsProof === true && isTooMany(fault) ? 'in doubt' : ordinary;
					// Each fault meets each setting at one of three changes.
					const { onError, harness } = settings[(index + number) % settings.length]!;
					const { message, made } = await runUnder(harness, write, fault, { onError });
					expect({ onError, ...verdict(known, message, made) }).toEqual({ onError, known, made });
					expect(made).toBeLessThanOrEqual(1);
					if (fault.said !== undefined) expect(message).toMatch(fault.said);
				},
				30_000,
			);

			it.each(settings)('is not even sent with Retry On Fail: $onError', async ({ onError, harness }) => {
				// n8n takes 0 for its default of a second.
				const retrying = { onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
				const { message, made } = await runUnder(harness, write, writeFaults[0]!, retrying);
				expect([message, made]).toEqual([expect.stringContaining('Retry On Fail is on'), 0]);
				expect(harness.sandbox.requests).toEqual([]);
			});
		},
	);
});

function isTooMany({ fault }: WriteFault): boolean {
	return typeof fault === 'object' && fault.kind === 'status' && fault.status === 429;
}

/** The error, wherever the settings put it; undefined for success. */
function messageOf(run: EngineRun, node: string): string | undefined {
	if (run.error !== undefined) return run.error.message;
	const items = Array.from({ length: run.outputs(node) }, (_none, output) => run.json(node, output)).flat();
	const failed = items.find(({ error }) => error !== undefined);
	return failed === undefined ? undefined : String(failed.message);
}

/** What the message says is known, and how many changes fit to it. */
function verdict(known: Known, message: string | undefined, made: number): { known: Known; made: number } {
	if (message === undefined) return { known: 'made', made: 1 };
	if (message.includes(DOUBT)) return { known: 'in doubt', made };
	return { known: 'refused', made: known === 'refused' ? 0 : made };
}
