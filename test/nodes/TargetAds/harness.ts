import type { SandboxOptions } from '../../sandbox';
import { PlatformHarness, type NodeUnderTest } from '../support/platform-harness';

export { jsonOf, sorted } from '../support/platform-harness';

export const NODE = 'TargetADS';

const targetAds: NodeUnderTest = {
	node: NODE,
	type: 'n8n-nodes-ru-ads.targetAds',
	credentialType: 'targetAdsApi',
	credential: ({ targetAds: { token, projectId, baseUrl } }) => ({
		accessToken: token,
		projectId: String(projectId),
		baseUrl,
	}),
	secrets: ({ targetAds: { token } }) => [token],
};

export type Harness = PlatformHarness;

export const Harness = {
	open: async (options: SandboxOptions = {}): Promise<PlatformHarness> =>
		PlatformHarness.start(targetAds, options),
};

export const day = (request: { body: unknown }) =>
	(request.body as { InteractionFilter: { DateFrom: string; DateTo: string } }).InteractionFilter;

export const idsOf = (request: { body: unknown }) =>
	(request.body as { InteractionFilter: { MediaCampaignId?: number[] } }).InteractionFilter.MediaCampaignId;
