import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

import type { Measured, Task } from './task';

/** Runs one contender in a fresh process. @throws Error with what it wrote when it fails */
export async function runContender(task: Task, certificate: string): Promise<Measured> {
	const [command, ...rest] = commandOf(task, certificate);
	const child = spawn(command!, rest, {
		env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
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

function commandOf(task: Task, certificate: string): string[] {
	if (task.contender !== 'python')
		return [
			process.execPath,
			'--expose-gc',
			'--import',
			'tsx',
			join(__dirname, 'main.ts'),
			JSON.stringify(task),
		];
	const { url, rows, pageSize } = task;
	const address = `${url}/v1/reports/raw_reports?project_id=${rows}`;
	return ['python3', join(__dirname, 'sample_loop.py'), address, String(rows), String(pageSize), certificate];
}
