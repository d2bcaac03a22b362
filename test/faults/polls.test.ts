import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startEngine, type Engine } from '../engine';
import { accounts, platforms } from '../platforms';
import type { Occurrence } from '../platforms/occurrence';
import type { TestPlatform } from '../platforms/platform';
import { startSandbox, type Sandbox } from '../sandbox';
import { faults } from './table';
import { underTest } from './run-matrix';
import type { FaultEntry, Scene } from './model';

/** Only what the matrix tries with the lists themselves, or what keeps all callers of an account waiting, is left out. */
const leftOut: ReadonlySet<FaultEntry['group']> = new Set(['asked to wait', 'records', 'size']);

const striking = faults.filter(
	({ strike, pattern, timeouts, group }) =>
		typeof strike !== 'string' && pattern === undefined && timeouts === undefined && !leftOut.has(group),
);

let sandbox: Sandbox;
let engine: Engine;
beforeAll(async () => {
	sandbox = await startSandbox(accounts('quick'));
	engine = await startEngine();
});
afterAll(async () => sandbox.close());

/** Polls at a platform that answers with a fault. @returns what the polls told, those after it included */
async function throughFault(
	platform: TestPlatform,
	{ event, parameters, happens }: Occurrence,
	{ strike }: FaultEntry,
	skip: number,
): Promise<{ told: number; before: string; after: string }> {
	const { type, credentialType } = platform;
	const node = {
		name: 'Trigger',
		type: `${type}Trigger`,
		credentials: { [credentialType]: { id: 'c', name: 'c' } },
		parameters: { event, ...parameters, options: { maxRetries: 0, maxWait: 0, timeout: 1 } },
	};
	const trigger = engine.trigger(
		{ nodes: [node] },
		{ credentials: { [credentialType]: platform.credential(sandbox) } },
	);
	await trigger.activate();
	const before = JSON.stringify(trigger.stored);
	happens(sandbox);
	const secrets = platform.secrets(sandbox);
	const personal = () => platform.personal?.(sandbox) ?? [];
	const [under] = underTest.filter(({ of }) => of === platform);
	const scene: Scene = { elsewhere: 'http://127.0.0.1:9', now: () => Date.now(), secrets, platform: under! };
	if (typeof strike !== 'string') sandbox.faults.add({ path: /^/, skip, fault: strike(scene) });
	const struck = await trigger.poll().catch((error: unknown) => {
		const shown = JSON.stringify([error, String(error), trigger.logs]);
		for (const secret of [...secrets, ...personal()]) expect(shown).not.toContain(secret);
		return [];
	});
	const after = JSON.stringify(trigger.stored);
	sandbox.faults.clear();
	const later = [...(await trigger.poll()), ...(await trigger.poll())];
	const left = JSON.stringify([trigger.logs, trigger.stored]);
	for (const value of personal()) expect(left).not.toContain(value);
	return { told: struck.length + later.length, before: struck.length === 0 ? before : after, after };
}

describe.each(platforms.filter(({ occurrences }) => occurrences !== undefined))(
	'$title: whatever strikes a poll, its event is told once',
	(platform) => {
		it.each(platform.occurrences!)(
			'$event',
			async (occurrence) => {
				expect(striking.length).toBeGreaterThan(20);
				for (const [number, fault] of striking.entries()) {
					if (occurrence.except?.includes(fault.name) === true) continue;
					sandbox.reset();
					// The occurrences of a sandbox that is as new begin again.
					const fresh = {
						...occurrence,
						happens: (one: Sandbox) => {
							occurrence.happens(freshOf(one));
						},
					};
					const { told, before, after } = await throughFault(platform, fresh, fault, number % 2);
					expect({ fault: fault.name, told, isKept: before === after }).toEqual({
						fault: fault.name,
						told: 1,
						isKept: true,
					});
				}
			},
			120_000,
		);
	},
);

/** Another object for each count, the same sandbox behind it. */
function freshOf(one: Sandbox): Sandbox {
	return Object.create(one) as Sandbox;
}
