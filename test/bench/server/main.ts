import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { selfSigned } from '../../support/self-signed';
import { platforms } from '../../platforms';
import { startSandbox } from '../../sandbox';
import type { NodeTask } from '../contender/task';
import { ROUND_TRIP_MS, startDistance } from './distance';
import { Replay } from './replay';
import { answerTargetAds } from './targetads';

/** What the measuring process gets to know. */
export interface ServerInfo {
	/** TargetADS, by way of http, https, and https with the round trip of a far server. */
	readonly plain: string;
	readonly tls: string;
	readonly far: string;
	/** Runs of platforms on answers of the sandbox, which are kept before anything is measured. */
	readonly recorded: readonly { readonly name: string; readonly task: NodeTask }[];
}

/** Whether questions to the other platforms reach the sandbox, and their answers are kept. */
export interface ServerOrder {
	readonly recording: boolean;
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

async function main(): Promise<void> {
	const sandbox = await startSandbox(
		Object.fromEntries(platforms.map(({ key, bench }) => [key, bench?.account ?? {}])),
	);
	const replay = new Replay(sandbox.url);
	const targetAds: RequestListener = (request, response) => void answerTargetAds(request, response);
	const others: RequestListener = (request, response) => void replay.answer(request, response);
	process.on('message', ({ recording }: ServerOrder) => {
		replay.record(recording);
		process.send?.('done');
	});
	const httpsPort = await listen(createHttpsServer(selfSigned, targetAds));
	const replayed = `http://127.0.0.1:${await listen(createHttpServer(others))}`;
	/** What led to the sandbox leads to where its answers are kept. */
	const moved = (credential: IDataObject) =>
		JSON.parse(JSON.stringify(credential).replaceAll(sandbox.url, replayed)) as IDataObject;
	const info: ServerInfo = {
		plain: `http://127.0.0.1:${await listen(createHttpServer(targetAds))}`,
		tls: `https://localhost:${httpsPort}`,
		far: `https://localhost:${await listen(startDistance(() => httpsPort, ROUND_TRIP_MS))}`,
		recorded: platforms.flatMap(({ bench, type, credentialType, credential }) => {
			if (bench === undefined) return [];
			const parameters = bench.parameters(sandbox);
			const task: NodeTask = {
				...{ contender: 'node', type, credentialType, credential: moved(credential(sandbox)) },
				parameters,
				warmUp: { ...parameters, ...bench.warmUp },
			};
			return [{ name: bench.name, task }];
		}),
	};
	process.send?.(info);
}

process.once('disconnect', () => process.exit());
void main();
