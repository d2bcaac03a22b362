import { join } from 'node:path';

import { inARow, startEngine, type EngineRun, type RunOptions } from '../../engine';
import { loadPackage } from '../../engine/loaded-package';
import { BAD_LINES, peopleNode } from './people';
import type { Outcome, UploadTask, Work } from './task';

const PEOPLE = 'People';
const UPLOAD = 'Upload';
const ROOT = join(__dirname, '..', '..', '..');

/** What an upload finds in its input, with nobody to send it. */
export async function inputAlone(task: UploadTask): Promise<Work> {
	const { make } = await warmedUp(task);
	return async () => {
		await make(task.lines);
		return () => ({ rows: task.lines });
	};
}

/**
 * An upload by a node of this package, held at its first step until it is measured: its input is there before, whoever
 * sends it. Memory is counted from before the input was made.
 */
export async function upload(task: UploadTask): Promise<Work> {
	const { send } = await warmedUp(task);
	globalThis.gc?.();
	const idleBytes = process.memoryUsage().rss;
	const { reached, release } = await heldAtItsStart(task.type);
	const sent = send(task.lines);
	// Where it fails before its node is there, nothing would ever be reached.
	await Promise.race([reached, sent]);
	return async () => {
		release();
		const outcome = await sent;
		return () => ({ ...outcome, idleBytes });
	};
}

/** The input by itself, and with the upload, each tried with a few lines so that code is loaded. */
async function warmedUp(task: UploadTask) {
	const { type, credentialType, credential, parameters, source, waitedMs } = task;
	const engine = await startEngine({ otherNodes: { 'bench.people': peopleNode } });
	const people = (lines: number) => ({
		...{ name: PEOPLE, type: 'bench.people' },
		parameters: { lines, source },
	});
	const node = {
		...{ name: UPLOAD, type, parameters: { ...parameters, source } },
		credentials: { [credentialType]: { id: 'credential-1', name: UPLOAD } },
	};
	const options: RunOptions = {
		...{ mode: 'trigger', binaryMode: 'filesystem' },
		credentials: { [credentialType]: credential },
	};
	const make = async (lines: number): Promise<EngineRun> => engine.run({ nodes: [people(lines)] }, options);
	const send = async (lines: number): Promise<Outcome> => {
		const nodes = [people(lines), node];
		const done = await engine.run({ nodes, connections: inARow(PEOPLE, UPLOAD) }, options);
		assertSent(done, lines);
		return { rows: lines, waitedMs };
	};
	await send(task.warmUpLines);
	return { make, send };
}

/** A faster upload of something else would be no better one. */
function assertSent(done: EngineRun, lines: number): void {
	if (done.error !== undefined) throw new Error(`The upload failed: ${done.error.message}`);
	const [list, ...refused] = done.items(UPLOAD);
	const { ready, sent_lines: sent, refused_lines: told } = list!.json;
	if (ready !== true || sent !== lines || told !== BAD_LINES || refused.length !== BAD_LINES)
		throw new Error(`It became another list: ${JSON.stringify(list)}, ${refused.length} refused lines.`);
}

/** @returns what happens when the next execution has come to its node, and what lets it go on */
async function heldAtItsStart(type: string): Promise<{ reached: Promise<void>; release: () => void }> {
	const node = (await loadPackage(ROOT, {})).getByNameAndVersion(type);
	const { execute } = node;
	let release = (): void => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	const reached = new Promise<void>((resolve) => {
		node.execute = async function (...input) {
			resolve();
			await released;
			return (await execute?.apply(this, input)) ?? null;
		};
	});
	return { reached, release };
}
