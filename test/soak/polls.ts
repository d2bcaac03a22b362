import type { ActiveTrigger, Engine } from '../engine';
import { heapAfterCollection } from '../fuzz/memory';
import { accounts, platforms } from '../platforms';
import type { Occurrence } from '../platforms/occurrence';
import type { TestPlatform } from '../platforms/platform';
import { startSandbox, type Sandbox } from '../sandbox';

export interface Watched {
	readonly platform: string;
	readonly event: string;
	readonly objects: number;
	/** What n8n stores, as JSON. */
	readonly bytes: number;
	/** Of a poll at which nothing has changed. */
	readonly seconds: number;
	/** What a poll tells after one event more. */
	readonly told: number;
}

/** How much is remembered of so many objects, and how long a poll takes. */
export async function watchMany(engine: Engine, objects: number): Promise<readonly Watched[]> {
	const results: Watched[] = [];
	for (const platform of platforms) {
		if (platform.crowd === undefined) continue;
		const { event, account } = platform.crowd;
		const occurrence = platform.occurrences!.find((one) => one.event === event)!;
		const sandbox = await startSandbox({ [platform.key]: account(objects) });
		try {
			const trigger = triggerOf(engine, sandbox, platform, occurrence);
			await trigger.activate();
			const began = performance.now();
			await trigger.poll();
			const seconds = (performance.now() - began) / 1000;
			occurrence.happens(sandbox);
			const told = (await trigger.poll()).length;
			const bytes = Buffer.byteLength(JSON.stringify(trigger.stored));
			results.push({ platform: platform.title, event, objects, bytes, seconds, told });
		} finally {
			await sandbox.close();
		}
	}
	return results;
}

export interface ManyPolls {
	readonly polls: number;
	readonly told: number;
	/** After a tenth of the polls, and at the end. */
	readonly heap: readonly [before: number, after: number];
}

/** Polls of every event in turns, at every tenth of which something has happened. */
export async function pollOften(engine: Engine, polls: number): Promise<ManyPolls> {
	const sandbox = await startSandbox(accounts('quick'));
	try {
		const cases = platforms.flatMap((platform) =>
			(platform.occurrences ?? []).map((occurrence) => ({
				occurrence,
				trigger: triggerOf(engine, sandbox, platform, occurrence),
			})),
		);
		for (const { trigger } of cases) await trigger.activate();
		let told = 0;
		const some = async (count: number) => {
			for (let poll = 0; poll < count; poll++) {
				const { trigger, occurrence } = cases[poll % cases.length]!;
				// Leads come without end; of what else happens an account has only so much.
				if (occurrence.event === 'newLead') occurrence.happens(sandbox);
				told += (await trigger.poll()).length;
			}
		};
		await some(Math.ceil(polls / 10));
		const before = heapOf(sandbox);
		await some(polls);
		return { polls, told, heap: [before, heapOf(sandbox)] };
	} finally {
		await sandbox.close();
	}
}

/** Without what only the sandbox keeps. */
function heapOf(sandbox: Sandbox): number {
	(sandbox.requests as unknown[]).length = 0;
	return heapAfterCollection();
}

function triggerOf(
	engine: Engine,
	sandbox: Sandbox,
	platform: TestPlatform,
	{ event, parameters }: Occurrence,
): ActiveTrigger {
	const { type, credentialType } = platform;
	const node = {
		name: 'Trigger',
		type: `${type}Trigger`,
		credentials: { [credentialType]: { id: 'c', name: 'c' } },
		parameters: { event, ...parameters },
	};
	return engine.trigger(
		{ nodes: [node] },
		{ credentials: { [credentialType]: platform.credential(sandbox) } },
	);
}
