import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

import type { Measured, Task } from './task';

export interface Surroundings {
	/** Path of the data server's certificate. */
	readonly certificate: string;
	/** Path of the `node` to run with; the one that runs this, where it is absent. */
	readonly node?: string;
	/** File that gets a CPU profile of what is measured. */
	readonly profile?: string;
}

/** Runs one contender in a fresh process. @throws Error with what it wrote when it fails */
export async function runContender(task: Task, surroundings: Surroundings): Promise<Measured> {
	const [command, ...rest] = commandOf(task, surroundings);
	const child = spawn(command!, rest, {
		env: { ...process.env, NODE_EXTRA_CA_CERTS: surroundings.certificate },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [output, complaint, status] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		new Promise((resolve, reject) => child.on('close', resolve).on('error', reject)),
	]);
	if (status !== 0) throw new Error(`${task.contender} failed: ${complaint.trim().slice(-2000)}`);
	return JSON.parse(output) as Measured;
}

function commandOf(task: Task, { certificate, node = process.execPath, profile }: Surroundings): string[] {
	if (task.contender !== 'python')
		return [
			node,
			'--expose-gc',
			'--import',
			'tsx',
			join(__dirname, 'main.ts'),
			JSON.stringify(task),
			...(profile === undefined ? [] : [profile]),
		];
	const { url, rows, pageSize } = task;
	const address = `${url}/v1/reports/raw_reports?project_id=${rows}`;
	return ['python3', join(__dirname, 'sample_loop.py'), address, String(rows), String(pageSize), certificate];
}
