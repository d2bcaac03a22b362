import { createHash } from 'node:crypto';

import { systemClock, type Clock } from '../../../connector/clock';
import { RateLimiter } from '../../../connector/rate-limit';
import { UndiciTransport, type Transport } from '../../../connector/transport';

/** What the outside world is to a node. Tests put their own in its place. */
export interface Ports {
	readonly clock: Clock;
	readonly transport: () => Transport;
	readonly limiter: (account: string) => RateLimiter;
}

/** What is kept by it lives as long as the process, so it holds no credential. */
export function processKey(...credential: readonly string[]): string {
	return createHash('sha256').update(JSON.stringify(credential)).digest('hex');
}

let transport: UndiciTransport | undefined;
const limiters = new Map<string, RateLimiter>();

/** One connection pool and one limiter per account for the whole process, made when they are first needed. */
export const processPorts: Ports = {
	clock: systemClock,
	transport: () => (transport ??= new UndiciTransport()),
	limiter: (account) => {
		const key = processKey(account);
		const limiter = limiters.get(key) ?? new RateLimiter(systemClock);
		limiters.set(key, limiter);
		return limiter;
	},
};
