import type { Sandbox } from '../sandbox';

/** One node with parameters whose rows never change. */
export interface Task {
	readonly name: string;
	readonly type: string;
	readonly credentialType: string;
	readonly parameters: Record<string, unknown>;
}

const DAYS = { dateRange: 'custom', dateFrom: '2026-02-01', dateTo: '2026-02-03', returnAll: true };

/** Lists, paged reports and reports that are ordered, over all four platforms. */
export function tasksFor(sandbox: Sandbox): readonly Task[] {
	const publisher = sandbox.promoPages.publishers.find(({ canRead }) => canRead)!.publisher.id;
	const targetAds = { type: 'n8n-nodes-ru-ads.targetAds', credentialType: 'targetAdsApi' };
	const promoPages = {
		type: 'n8n-nodes-ru-ads.yandexPromoPages',
		credentialType: 'yandexPromoPagesApi',
	};
	const myTarget = { type: 'n8n-nodes-ru-ads.myTarget', credentialType: 'myTargetApi' };
	const adfox = { type: 'n8n-nodes-ru-ads.adfox', credentialType: 'adfoxApi' };
	const fields = ['InteractionTime', 'InteractionType', 'InteractionPlacementId'];
	return [
		{
			name: 'TargetADS pages',
			...targetAds,
			parameters: {
				resource: 'report',
				operation: 'getRaw',
				fields,
				interactionTypes: ['click'],
				...DAYS,
				options: { daysPerRequest: 1, pageSize: 20 },
			},
		},
		{
			name: 'PromoPages report',
			...promoPages,
			parameters: {
				resource: 'report',
				operation: 'get',
				publisherId: { __rl: true, mode: 'id', value: publisher },
				...DAYS,
			},
		},
		{
			name: 'myTarget list',
			...myTarget,
			parameters: { resource: 'campaign', operation: 'getAll', returnAll: true },
		},
		{
			name: 'ADFOX list',
			...adfox,
			parameters: {
				resource: 'banner',
				operation: 'getAll',
				returnAll: true,
				options: { pageSize: 10 },
			},
		},
	];
}
