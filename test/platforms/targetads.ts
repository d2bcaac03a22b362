import { createTargetAds, type TargetAdsOptions, type TargetAdsSandbox } from '../sandbox/targetads';
import { documented } from '../nodes/TargetAds/documented';
import { host } from '../nodes/TargetAds/host';
import { matrix, writes } from '../nodes/TargetAds/matrix';
import type * as sources from '../nodes/TargetAds/sources';
import { occurrences } from '../nodes/TargetAds/trigger/occurrences';
import type { TestPlatform } from './platform';

export const targetAds: TestPlatform<'targetAds', TargetAdsOptions, TargetAdsSandbox> = {
	key: 'targetAds',
	title: 'TargetADS',
	isInReadme: true,
	type: 'n8n-nodes-ru-ads.targetAds',
	credentialType: 'targetAdsApi',
	sources: () => require('../nodes/TargetAds/sources') as typeof sources,
	create: createTargetAds,
	accounts: {
		quick: { jobPolls: 0, placements: 12 },
		// A job that is ready at the second look: the first looks of the node are 3 s and 4.5 s apart.
		demo: { jobPolls: 1 },
		examples: { jobPolls: 0, placements: 200 },
		thousand: { placements: 1000 },
	},
	credential: ({ targetAds: { token, projectId, baseUrl } }) => ({
		accessToken: token,
		projectId: String(projectId),
		baseUrl,
	}),
	stored: { id: 'demoTargetAds001', name: 'TargetADS demo' },
	shown: ({ targetAds: { token, projectId, baseUrl } }) => ({
		'Access Token': token,
		'Project ID': String(projectId),
		'Base URL': baseUrl,
	}),
	secrets: ({ targetAds: { token } }) => [token],
	withToken: (token) => ({ token }),
	requests: {
		targetAds: {
			paths:
				/^\/v1\/meta\/(campaigns|target_event|token_validate)$|^\/v1\/reports\/(raw_reports|path_to_conversion|agg_report)$|^\/v2\/reports\/(raw_reports|path_to_conversion)$|^\/v2\/jobs\/[\w-]+$|^\/api\/project\/event\/upload(\/batch)?$/,
			// API Request sends the names that its user wrote.
			queryNames: /^[\w.-]+$/,
		},
		// The platform's own links.
		storage: { paths: /^\//, queryNames: /^/ },
	},
	documented,
	samples: () => ({ 'event.upload': { uid: 'user-1' } }),
	steady: () => ({
		resource: 'report',
		operation: 'getRaw',
		fields: ['InteractionTime', 'InteractionType', 'InteractionPlacementId'],
		interactionTypes: ['click'],
		dateRange: 'custom',
		dateFrom: '2026-02-01',
		dateTo: '2026-02-03',
		returnAll: true,
		options: { daysPerRequest: 1, pageSize: 20 },
	}),
	occurrences,
	crowd: { event: 'campaignStatusChanged', account: (placements) => ({ placements }) },
	matrix,
	writes,
	host,
};
