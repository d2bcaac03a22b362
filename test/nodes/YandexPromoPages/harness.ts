import type { INodeParameters } from 'n8n-workflow';

import { yandexPromoPages } from '../../../nodes/YandexPromoPages/platform';
import { YandexPromoPages } from '../../../nodes/YandexPromoPages/YandexPromoPages.node';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import { runOnFakeClock as run, type FakeClockRun } from '../support/fake-clock-run';
import { PlatformHarness, type NodeUnderTest } from '../support/platform-harness';

export { jsonOf, sorted } from '../support/platform-harness';

export const NODE = 'PromoPages';

const credentialOf = ({ promoPages: { token, baseUrl } }: Sandbox) => ({
	accessToken: token,
	tokenType: 'OAuth',
	baseUrl,
});

const promoPages: NodeUnderTest = {
	node: NODE,
	type: 'n8n-nodes-ru-ads.yandexPromoPages',
	credentialType: 'yandexPromoPagesApi',
	credential: credentialOf,
	secrets: ({ promoPages: { token } }) => [token],
};

export type Harness = PlatformHarness;

export const Harness = {
	open: async (options: SandboxOptions = {}): Promise<PlatformHarness> =>
		PlatformHarness.start(promoPages, options),
};

const { properties } = new YandexPromoPages().description;

export async function runOnFakeClock(sandbox: Sandbox, parameters: INodeParameters): Promise<FakeClockRun> {
	return run(yandexPromoPages, properties, credentialOf(sandbox), parameters);
}

/** The first publisher that may be read, which has the most campaigns. */
export function publisherOf({ promoPages }: Sandbox): string {
	const first = promoPages.publishers.find(
		({ canRead, publisher }) => canRead && publisher.isDeleted !== true,
	);
	return first!.publisher.id;
}
