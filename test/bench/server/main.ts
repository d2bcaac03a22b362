import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { selfSigned } from '../../support/self-signed';
import { accounts, platforms } from '../../platforms';
import { startSandbox } from '../../sandbox';
import type { NodeTask } from '../contender/task';
import { ago } from '../long-answers/long-answer';
import { PERFORMANCE_DAYS } from '../measurements/performance';
import { ROUND_TRIP_MS, startDistance } from './distance';
import { answerLong } from './long';
import { PageStore } from './page-store';
import { answerPublishers } from './publishers';
import { Replay } from './replay';
import type { Alphabet } from './rows';
import { answerTargetAds } from './targetads';
import { answerUserLists } from './user-lists';

/** What the measuring process gets to know. */
export interface ServerInfo {
	/** TargetADS, by way of http, https, and https with the round trip of a far server. */
	readonly plain: string;
	readonly tls: string;
	readonly far: string;
	/** See `longAddress`. */
	readonly long: string;
	/** A PromoPages account whose reports take their time. */
	readonly publishers: string;
	/** A VK Ads account that takes lists of people. */
	readonly userLists: string;
	/** As `tls`, with rows of plain ASCII. */
	readonly ascii: string;
	/** Runs of platforms on answers of the sandbox, which are kept before anything is measured. */
	readonly recorded: readonly RecordedCase[];
	/** The same of the table of all platforms. */
	readonly performance: readonly RecordedCase[];
}

interface RecordedCase {
	readonly name: string;
	readonly task: NodeTask;
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
	const large = await startSandbox(accounts('thousand'));
	const largeReplay = new Replay(large.url);
	const targetAds = (alphabet: Alphabet): RequestListener => {
		const pages = new PageStore(alphabet);
		return (request, response) => void answerTargetAds(pages, request, response);
	};
	const long: RequestListener = (request, response) => void answerLong(request, response);
	const slowReports: RequestListener = (request, response) => void answerPublishers(request, response);
	const userLists: RequestListener = (request, response) => void answerUserLists(request, response);
	const others: RequestListener = (request, response) => void replay.answer(request, response);
	process.on('message', ({ recording }: ServerOrder) => {
		replay.record(recording);
		largeReplay.record(recording);
		process.send?.('done');
	});
	const httpsPort = await listen(createHttpsServer(selfSigned, targetAds('cyrillic')));
	const replayed = `http://127.0.0.1:${await listen(createHttpServer(others))}`;
	const largeReplayed = `http://127.0.0.1:${await listen(createHttpServer((request, response) => void largeReplay.answer(request, response)))}`;
	/** What led to a sandbox leads to where its answers are kept. */
	const moved = (credential: IDataObject, from = sandbox.url, to = replayed) =>
		JSON.parse(JSON.stringify(credential).replaceAll(from, to)) as IDataObject;
	const info: ServerInfo = {
		plain: `http://127.0.0.1:${await listen(createHttpServer(targetAds('cyrillic')))}`,
		tls: `https://localhost:${httpsPort}`,
		ascii: `https://localhost:${await listen(createHttpsServer(selfSigned, targetAds('ascii')))}`,
		long: `http://127.0.0.1:${await listen(createHttpServer(long))}`,
		userLists: `http://127.0.0.1:${await listen(createHttpServer(userLists))}`,
		publishers: `http://127.0.0.1:${await listen(createHttpServer(slowReports))}`,
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
		performance: platforms.map(({ title, type, credentialType, credential }) => {
			const parameters = {
				...{ resource: 'report', operation: 'getPerformance', returnAll: true },
				...{ dateRange: 'custom', dateFrom: ago(PERFORMANCE_DAYS), dateTo: ago(1) },
				options: { pollInterval: 1 },
			};
			const task: NodeTask = {
				...{ contender: 'node', type, credentialType },
				credential: moved(credential(large), large.url, largeReplayed),
				parameters,
				warmUp: { ...parameters, dateFrom: ago(1) },
			};
			return { name: title, task };
		}),
	};
	process.send?.(info);
}

process.once('disconnect', () => process.exit());
void main();
