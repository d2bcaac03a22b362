import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { ServerInfo, ServerOrder } from './main';

/** The data server in a process of its own, so that its work is not counted as anybody else's. */
export class DataServer {
	private constructor(
		private readonly child: ChildProcess,
		readonly info: ServerInfo,
	) {}

	static async start(): Promise<DataServer> {
		const child = fork(join(__dirname, 'main.ts'), { execArgv: ['--import', 'tsx'] });
		// Nobody would answer any more, and a run that waits for that would never end.
		child.once('exit', (status) => {
			if (status !== 0) throw new Error('The data server broke down.');
		});
		const [info] = (await once(child, 'message')) as [ServerInfo];
		return new DataServer(child, info);
	}

	/** While it records, every question to the other platforms reaches the sandbox; afterwards kept answers are given. */
	async record(recording: boolean): Promise<void> {
		this.child.send({ recording } satisfies ServerOrder);
		await once(this.child, 'message');
	}

	close(): void {
		this.child.disconnect();
	}
}
