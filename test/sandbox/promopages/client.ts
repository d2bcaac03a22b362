import type { Sandbox } from '..';
import { callAt, jsonOf, type Call } from '../client';
import { withSandbox } from '../opened';

import type { PromoPagesOptions } from '.';

export const call = ({ promoPages }: Sandbox, path: string, options?: Call) =>
	callAt(promoPages.baseUrl + path, `OAuth ${promoPages.token}`, options);
export const answer = async (...asked: Parameters<typeof call>) => jsonOf(call(...asked));

export const PUBLISHER = '5d6015092f1e4409e4e3ee84';

/** A month that is over {@link NOW}. */
export const MARCH = { publisherId: PUBLISHER, dateFrom: '2026-03-01', dateTo: '2026-03-31' };

/** A sandbox of another kind, for one test. */
export const other = (promoPages: Partial<PromoPagesOptions>, use: (sandbox: Sandbox) => Promise<void>) =>
	withSandbox({ promoPages }, use);
