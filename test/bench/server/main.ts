import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';

import { selfSigned } from '../../connector/transport/self-signed';
import { startSandbox } from '../../sandbox';
import { ROUND_TRIP_MS, startDistance } from './distance';
import { Replay } from './replay';
import { answerTargetAds } from './targetads';

/** What the measuring process gets to know. */
export interface ServerInfo {
	/** TargetADS, by way of http, https, and https with the round trip of a far server. */
	readonly plain: string;
	readonly tls: string;
	readonly far: string;
	/** The other platforms, as their credentials name them. */
	readonly credentials: {
		readonly myTarget: Record<string, string>;
		readonly adfox: Record<string, string>;
		readonly promoPages: Record<string, string>;
	};
	readonly publisherId: string;
}

/** Whether questions to the other platforms reach the sandbox, and their answers are kept. */
export interface ServerOrder {
	readonly recording: boolean;
}

/** Sizes of the accounts of the other platforms. */
const ACCOUNTS = {
	myTarget: { campaigns: 450, gzip: false },
	adfox: { banners: 100_000 },
	promoPages: { campaigns: [10_000] },
};

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

async function main(): Promise<void> {
	const sandbox = await startSandbox(ACCOUNTS);
	const replay = new Replay(sandbox.url);
	const targetAds: RequestListener = (request, response) => void answerTargetAds(request, response);
	const others: RequestListener = (request, response) => void replay.answer(request, response);
	process.on('message', ({ recording }: ServerOrder) => {
		replay.record(recording);
		process.send?.('done');
	});
	const httpsPort = await listen(createHttpsServer(selfSigned, targetAds));
	const replayed = `http://127.0.0.1:${await listen(createHttpServer(others))}`;
	const moved = (url: string) => url.replace(sandbox.url, replayed);
	const { myTarget, adfox, promoPages } = sandbox;
	const publisher = promoPages.publishers.find(
		({ canRead, publisher: { isDeleted } }) => canRead && isDeleted !== true,
	)!.publisher;
	const info: ServerInfo = {
		plain: `http://127.0.0.1:${await listen(createHttpServer(targetAds))}`,
		tls: `https://localhost:${httpsPort}`,
		far: `https://localhost:${await listen(startDistance(() => httpsPort, ROUND_TRIP_MS))}`,
		credentials: {
			myTarget: {
				authentication: 'accessToken',
				accessToken: myTarget.accessToken,
				baseUrl: moved(myTarget.baseUrl),
			},
			adfox: {
				accessToken: adfox.token,
				authHeader: 'X-Yandex-API-Key',
				baseUrl: moved(adfox.baseUrl),
			},
			promoPages: {
				accessToken: promoPages.token,
				tokenType: 'OAuth',
				baseUrl: moved(promoPages.baseUrl),
			},
		},
		publisherId: publisher.id,
	};
	process.send?.(info);
}

process.once('disconnect', () => process.exit());
void main();
