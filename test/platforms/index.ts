import { adfox } from './adfox';
import { myTarget } from './mytarget';
import type { TestPlatform } from './platform';
import { promoPages } from './promopages';
import { targetAds } from './targetads';

/** Every platform that the tests run; a new one is a line here and a file beside this one. */
const list = [targetAds, promoPages, myTarget, adfox] as const;

type Listed = (typeof list)[number];

export const platforms: readonly TestPlatform[] = list;

/** What a test gets to know of each platform of the sandbox, by its key. */
export type Windows = {
	readonly [One in Listed as One['key']]: One extends TestPlatform<string, infer _Options, infer Window>
		? Window
		: never;
};

/** Options of each platform of the sandbox, by its key. */
export type WindowOptions = {
	[One in Listed as One['key']]?: One extends TestPlatform<string, infer Options> ? Partial<Options> : never;
};

/** One of the accounts of every platform. */
export function accounts(of: keyof TestPlatform['accounts']): WindowOptions {
	return Object.fromEntries(platforms.map(({ key, accounts }) => [key, accounts[of] ?? {}]));
}
