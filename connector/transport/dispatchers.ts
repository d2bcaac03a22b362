import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

import './node-fetch';

import { Agent, ProxyAgent, type Dispatcher } from 'undici';

import { AccessDeniedError } from '../errors';
import type { EgressFilter } from './egress-filter';
import { proxyFor } from './proxy-for';
import { publicOnly } from './public-address';
import type { TransportRequest } from './transport';

const CONNECT_TIMEOUT_MS = 10_000;
/** Below the 60 s after which common balancers drop an idle connection, so that we rarely write into a dead one. */
const KEEP_ALIVE_MS = 30_000;

/** Those that undici speaks to a proxy. */
const PROXY_PROTOCOLS = new Set(['http:', 'https:', 'socks:', 'socks5:']);

/** By proxy; '' for the direct way. */
type Ways = Map<string, Dispatcher>;

const ownLookup: LookupFunction = (...query) => {
	lookup(...query);
};

/** Stands for the filter where there is none. */
const NO_FILTER = { createSecureLookup: () => ownLookup };

/**
 * The pools of connections: one per way out, which is direct or a proxy of the environment, and per way to look names up,
 * so that no connection is shared with a request that may go further.
 */
export class Dispatchers {
	private readonly pools = new Map<object, Record<'public' | 'any', Ways>>();

	/** @throws {AccessDeniedError} the address of the proxy cannot be read */
	for(url: URL, { reach, egress }: Pick<TransportRequest, 'reach' | 'egress'>): Dispatcher {
		const filter: Pick<EgressFilter, 'createSecureLookup'> = egress ?? NO_FILTER;
		const pools = this.pools.get(filter) ?? {
			public: new Map<string, Dispatcher>(),
			any: new Map<string, Dispatcher>(),
		};
		this.pools.set(filter, pools);
		const ways = reach === 'public' ? pools.public : pools.any;
		const proxy = proxyFor(url) ?? '';
		const known = ways.get(proxy);
		if (known !== undefined) return known;
		const resolve = filter.createSecureLookup();
		const made = dispatcher(proxy, reach === 'public' ? publicOnly(resolve) : resolve);
		ways.set(proxy, made);
		return made;
	}

	async close(): Promise<void> {
		const all = [...this.pools.values()].flatMap((pools) => [
			...pools.public.values(),
			...pools.any.values(),
		]);
		await Promise.all(all.map((each) => each.close()));
	}
}

/** @param resolve for direct connections: behind a proxy it is the proxy that looks names up */
function dispatcher(proxy: string, resolve: LookupFunction): Dispatcher {
	// Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED would change the default for the whole process.
	const connect = { rejectUnauthorized: true, timeout: CONNECT_TIMEOUT_MS };
	if (proxy === '')
		return new Agent({ keepAliveTimeout: KEEP_ALIVE_MS, connect: { ...connect, lookup: resolve } });
	// The address may hold a password, so it is not repeated.
	if (!URL.canParse(proxy) || !PROXY_PROTOCOLS.has(new URL(proxy).protocol))
		throw new AccessDeniedError('The proxy in the environment of n8n has an address that cannot be used.', {
			advice: 'Correct HTTP_PROXY, HTTPS_PROXY or ALL_PROXY, for example to http://proxy.example.com:3128.',
		});
	return new ProxyAgent({
		uri: proxy,
		keepAliveTimeout: KEEP_ALIVE_MS,
		requestTls: connect,
		proxyTls: connect,
	});
}
