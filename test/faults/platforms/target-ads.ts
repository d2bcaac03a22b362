import { targetAds } from '../../../nodes/TargetAds/platform';
import type { PlatformUnderTest, Role } from '../model';
import { nodeOf } from '../node-of-platform';
import { targetAdsLists } from './target-ads-lists';
import { targetAdsReports } from './target-ads-reports';

type Asked = Parameters<PlatformUnderTest['roleOf']>[0];

function roleOf({ path, platform }: Asked): Role {
	if (platform === 'storage') return 'download';
	if (path.startsWith('/v2/reports/')) return 'order';
	return path.startsWith('/v2/jobs/') ? 'poll' : 'read';
}

export const targetAdsUnderTest: PlatformUnderTest = {
	name: 'TargetADS',
	node: nodeOf(targetAds),
	// Half a day more, so that the hours that a run waits do not change the number of whole days.
	options: { targetAds: { placements: 12, rowsPerCell: 4, expiresAt: '2026-09-18T21:00:00Z' } },
	credential: ({ targetAds: { token, projectId, baseUrl } }) => ({
		accessToken: token,
		projectId: String(projectId),
		baseUrl,
	}),
	secrets: ({ targetAds: { token } }) => [token],
	roleOf,
	pages: { path: /^\/v1\/reports\/(raw_reports|path_to_conversion)$/, method: 'POST' },
	pageOf: ({ body }) => ((body as { Offset: number }).Offset > 0 ? 'later' : 'first'),
	hasCursors: false,
	orders: { path: /^\/v2\/reports\//, method: 'POST' },
	jobStates: ['FAILED', 'SOMETHING_NEW'],
	refusalBody: undefined,
	operations: [...targetAdsLists, ...targetAdsReports],
};
