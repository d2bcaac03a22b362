import { describe, expect, it } from '@jest/globals';

import { RateLimiter } from '../../../connector/rate-limit';
import { UndiciTransport, type Transport } from '../../../connector/transport';
import { FakeClock } from '../../support/fake-clock';
import { openOtherServer } from '../../support/other-server';
import { ofTest } from '../../support/of-file';
import { FakeNode } from '../shared/fake-node';
import { targetAds } from '../../platforms/targetads';
import { rawReport } from './harness';

const NOW = '2026-03-02T09:00:00.000Z';
const FIELDS = ['InteractionTime'];
const PARAMETERS = { ...rawReport(FIELDS, ['Click'], '2026-02-01', '2026-02-01'), delivery: 'job' };
const PUBLIC_BASE = 'https://api.targetads.example';

/** The platform at a public address, whose jobs are done with this link; files come over the real network. */
function platformWithLink(link: string): { transport: Transport; network: UndiciTransport } {
	const network = new UndiciTransport();
	const answers = (path: string) =>
		path.startsWith('/v2/jobs') ? { job_id: 'j1', status: 'DONE', download_url: link } : { job_id: 'j1' };
	const transport: Transport = {
		send: async (request, signal) => {
			const { origin, pathname } = new URL(request.url);
			if (origin !== PUBLIC_BASE) return network.send(request, signal);
			const body = Buffer.from(JSON.stringify(answers(pathname)));
			return {
				status: 200,
				headers: {},
				body: (async function* () {
					yield body;
				})(),
				discard: () => undefined,
			};
		},
	};
	return { transport, network };
}

async function load(link: string) {
	const { node } = targetAds.sources();
	const { transport, network } = platformWithLink(link);
	const clock = new FakeClock(NOW);
	const credential = { accessToken: 'token-of-a-test', projectId: '1', baseUrl: PUBLIC_BASE };
	const fake = new FakeNode(
		{ parameters: [{ ...PARAMETERS, options: { maxRetries: 1 } }], credential },
		node.properties(PARAMETERS),
		targetAds.credentialType,
	);
	try {
		return await node
			.run(fake.asExecuteFunctions(), {
				clock,
				transport: () => transport,
				limiter: () => new RateLimiter(clock),
			})
			.catch((error: unknown) => error as Error);
	} finally {
		await network.close();
	}
}

describe('a job of a platform at a public address', () => {
	it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '127.1'])(
		'is not followed to a file inside the private network: %s',
		async (host) => {
			const inside = await ofTest(openOtherServer());
			const link = `http://${host}:${new URL(inside.url).port}/latest/meta-data`;
			expect(await load(link)).toMatchObject({
				message: expect.stringContaining('a link to an address inside a private network'),
			});
			expect(inside.received).toEqual([]);
		},
	);
});
