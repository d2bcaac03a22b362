import type { ConnectorEvent } from '../../../connector/events';
import { RateLimiter, type BudgetWindow, type PermitOptions } from '../../../connector/rate-limit';
import { FakeClock } from '../../support/fake-clock';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
const START = '2026-03-02T09:00:20.250Z';

export function setUp(windows: readonly BudgetWindow[] = [], start = START) {
	const clock = new FakeClock(start);
	const limiter = new RateLimiter(clock, windows);
	const began = clock.now();
	const events: ConnectorEvent[] = [];
	/** Gives the milliseconds since the beginning at which the permit was granted. */
	const permit = async (options: Partial<PermitOptions> & { method?: string } = {}) => {
		const { method = 'GET /rows', ...others } = options;
		const granted = await limiter.permit(method, {
			signal: new AbortController().signal,
			observe: (event) => events.push(event),
			maxWaitMs: Infinity,
			share: 1,
			...others,
		});
		granted.settle();
		return clock.now() - began;
	};
	const permits = (count: number, options?: Parameters<typeof permit>[0]) =>
		Promise.all(Array.from({ length: count }, () => permit(options)));
	return { clock, limiter, events, permit, permits };
}
