import { targetAds } from '../../../nodes/TargetAds/targetAds';
import type { LoggedRequest } from '../../sandbox';
import { nodeOf } from '../node-of-platform';
import type { Operation, PlatformUnderTest, Role } from '../model';

const operations: readonly Operation[] = [
	{
		name: 'campaign.getAll',
		parameters: () => ({ resource: 'campaign', operation: 'getAll', returnAll: true }),
		truth: ({ targetAds: { placements } }) => placements,
	},
];

function roleOf({ path, platform }: LoggedRequest): Role {
	if (platform === 'storage') return 'download';
	if (path.startsWith('/v2/reports/')) return 'order';
	return path.startsWith('/v2/jobs/') ? 'poll' : 'read';
}

export const targetAdsUnderTest: PlatformUnderTest = {
	name: 'TargetADS',
	node: nodeOf(targetAds),
	options: { targetAds: { placements: 12, rowsPerCell: 1 } },
	credential: ({ targetAds: { token, projectId, baseUrl } }) => ({
		accessToken: token,
		projectId: String(projectId),
		baseUrl,
	}),
	secrets: ({ targetAds: { token } }) => [token],
	roleOf,
	pages: { path: /^\/v1\/reports\/(raw_reports|path_to_conversion)$/, method: 'POST' },
	laterPage: ({ body }) => (body as { Offset: number }).Offset > 0,
	counts: false,
	jobStates: ['FAILED'],
	refusalBody: undefined,
	operations,
};
