import type { IDataObject } from 'n8n-workflow';

import type { Measurement, Setup } from './measurement';

const DAYS = 365;

/** Calendar day so many days ago. */
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

export function platformMeasurements({ server }: Setup): Measurement[] {
	const { credentials, publisherId } = server;
	const node = (type: string, credential: IDataObject, parameters: IDataObject, warmUp: IDataObject) => ({
		contender: 'node' as const,
		type,
		credentialType: `${type}Api`,
		credential,
		parameters: { ...parameters, returnAll: true },
		warmUp: { ...parameters, ...warmUp },
	});
	const daily = {
		resource: 'report',
		operation: 'getDaily',
		objectType: 'campaigns',
		objectScope: 'all',
		dateRange: 'custom',
		dateFrom: ago(DAYS),
		dateTo: ago(1),
	};
	const many = (resource: string) => ({ resource, operation: 'getAll' });
	const one = { returnAll: false, limit: 1 };
	return [
		{
			name: 'platforms',
			title: 'The other platforms, to items',
			note:
				'Answers of the sandbox, kept and given again. myTarget: 200 ids and 92 days per request; ADFOX: pages ' +
				'of 1,000; PromoPages: pages of 200, each with the cursor of the one before.',
			cases: [
				{
					name: `myTarget, daily statistics, 450 campaigns x ${DAYS} days`,
					task: node('myTarget', credentials.myTarget, daily, { returnAll: true, dateFrom: ago(1) }),
				},
				{
					name: 'ADFOX, 100,000 banners in XML',
					task: node('adfox', credentials.adfox, many('banner'), one),
				},
				{
					name: 'PromoPages, 10,000 campaigns',
					task: node('yandexPromoPages', credentials.promoPages, { ...many('campaign'), publisherId }, one),
				},
			],
			runs: 3,
			recorded: true,
		},
	];
}
