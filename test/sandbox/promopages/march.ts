import type { Sandbox } from '..';
import type { PromoPagesOptions } from '.';
import { withSandbox } from '../client';

export const PUBLISHER = '5d6015092f1e4409e4e3ee84';

/** A month that is over {@link now}. */
export const MARCH = { publisherId: PUBLISHER, dateFrom: '2026-03-01', dateTo: '2026-03-31' };

export const now = () => Date.parse('2026-04-10T09:00:00Z');

/** A sandbox of another kind, for one test. */
export const other = (promoPages: Partial<PromoPagesOptions>, use: (sandbox: Sandbox) => Promise<void>) =>
	withSandbox({ now, promoPages }, use);
