import { createAdfox, type AdfoxOptions, type AdfoxSandbox } from './adfox';
import { FaultSwitches } from './frame/faults/switches';
import { openOrigin } from './frame/origin';
import { RequestLog, type LoggedRequest } from './frame/request-log';
import { Service } from './frame/service';
import { createMyTarget, type MyTargetOptions, type MyTargetSandbox } from './mytarget';
import { createPromoPages, type PromoPagesOptions, type PromoPagesSandbox } from './promopages';
import { createTargetAds, type TargetAdsOptions, type TargetAdsSandbox } from './targetads';

export type { Fault, FaultRule } from './frame/faults/fault';
export type { FaultHandle } from './frame/faults/switches';
export type { LoggedRequest } from './frame/request-log';
export type * from './mytarget';
export type * from './adfox';
export type * from './promopages';
export type * from './targetads';

export interface SandboxOptions {
	/** By default any free one. Files are served from another port, always a free one. */
	port?: number;
	/** Clock of the platforms, in milliseconds: budgets, expiry, which days are still to come. */
	now?: () => number;
	targetAds?: Partial<TargetAdsOptions>;
	promoPages?: Partial<PromoPagesOptions>;
	adfox?: Partial<AdfoxOptions>;
	myTarget?: Partial<MyTargetOptions>;
	/** Called when a request has ended. */
	onRequest?: (request: LoggedRequest) => void;
}

export interface Sandbox {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	readonly targetAds: TargetAdsSandbox;
	readonly promoPages: PromoPagesSandbox;
	readonly adfox: AdfoxSandbox;
	readonly myTarget: MyTargetSandbox;
	/** Every request in the order of arrival, those to the storage too. */
	readonly requests: readonly LoggedRequest[];
	readonly faults: Pick<FaultSwitches, 'add' | 'clear'>;
	/** Forgets requests, faults, jobs and spent budgets. */
	reset(): void;
	/** Cuts every connection. */
	close(): Promise<void>;
}

/** Starts the platforms on 127.0.0.1. Errors: EADDRINUSE for a port that is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const urls = { api: '', storage: '' };
	const targetAds = createTargetAds(options.targetAds ?? {}, options.now ?? Date.now, {
		api: () => urls.api,
		storage: () => urls.storage,
	});
	const promoPages = createPromoPages(options.promoPages ?? {}, options.now ?? Date.now, () => urls.api);
	const myTarget = createMyTarget(options.myTarget ?? {}, options.now ?? Date.now, () => urls.api);
	const adfox = createAdfox(options.adfox ?? {}, options.now ?? Date.now, () => urls.api);
	const log = new RequestLog(options.onRequest ?? (() => {}));
	const faults = new FaultSwitches();
	const closing = new AbortController();
	const apis = new Service(
		[targetAds.api, promoPages.api, adfox.api, myTarget.api],
		log,
		faults,
		closing.signal,
	);
	const storages = new Service([targetAds.storage], log, faults, closing.signal);

	const apiOrigin = await openOrigin(options.port ?? 0, apis.serve);
	const storageOrigin = await openOrigin(0, storages.serve);
	urls.api = apiOrigin.url;
	urls.storage = storageOrigin.url;
	return {
		url: apiOrigin.url,
		targetAds: targetAds.sandbox,
		promoPages: promoPages.sandbox,
		adfox: adfox.sandbox,
		myTarget: myTarget.sandbox,
		requests: log.requests,
		faults,
		reset: () => {
			log.clear();
			faults.clear();
			targetAds.api.reset();
			promoPages.api.reset();
			adfox.api.reset();
			myTarget.api.reset();
		},
		close: async () => {
			closing.abort();
			await Promise.all([apiOrigin.close(), storageOrigin.close()]);
		},
	};
}
