import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../server/free-port';
import { Program, untilReady } from '../server/program';
import { folderOf } from './debian-package';

export interface Redis {
	readonly port: number;
	/** To be called when everything that uses it has ended. */
	stop(): Promise<void>;
}

async function answersPing(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
		socket.once('data', (data) => {
			socket.destroy();
			resolve(data.toString().startsWith('+PONG'));
		});
		socket.once('error', () => {
			resolve(false);
		});
	});
}

/** Starts Redis on loopback, in memory only. @throws Error with its last words, or how to get it */
export async function startRedis(): Promise<Redis> {
	const folder = folderOf({ name: 'redis-server', package: 'redis-server' });
	const port = await freePort();
	const data = mkdtempSync(join(tmpdir(), 'redis-'));
	const settings = { port, bind: '127.0.0.1', dir: data, save: '', appendonly: 'no' };
	const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const program = new Program(join(folder, 'redis-server'), args);
	const stop = async () => {
		await program.stop();
		rmSync(data, { recursive: true, force: true });
	};
	try {
		await untilReady('Redis', program, async () => await answersPing(port));
	} catch (error) {
		await stop();
		throw error;
	}
	return { port, stop };
}
