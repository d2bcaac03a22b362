import type { Origins, Platform } from '../frame/platform';

import { Accounts } from './accounts/accounts';
import { Budget } from './budget/budget';
import { DEFAULT_OPTIONS, type MyTargetOptions } from './options';
import { MyTargetPlatform } from './platform';
import { MyTargetSandbox } from './sandbox';
import { TokenStore } from './tokens/token-store';

export type { MyTargetOptions, MyTargetSandbox };
export type { Limits as MyTargetLimits } from './options';
export type { BudgetWindow as MyTargetBudgetWindow } from './budget/budget';
export type { AccountView as MyTargetAccountView } from './view';
export type { IssuedToken as MyTargetToken } from './tokens/token';

export function createMyTarget(
	given: Partial<MyTargetOptions>,
	now: () => number,
	origins: Origins,
): { services: readonly Platform[]; sandbox: MyTargetSandbox } {
	const options = { ...DEFAULT_OPTIONS, ...given };
	const accounts = new Accounts(options, now);
	const tokens = new TokenStore(options, now, accounts.owner.user.id);
	const budget = new Budget(now, options.retryAfter);
	const api = new MyTargetPlatform(options, now, accounts, tokens, budget);
	const baseUrl = () => origins(api.name) + api.prefix;
	return {
		services: [api],
		sandbox: new MyTargetSandbox({ options, now, accounts, tokens, budget, baseUrl }),
	};
}
