import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { RateLimiter } from '../../../connector/rate-limit';
import type { TransportRequest } from '../../../connector/transport';
import { promoPages } from '../../platforms/promopages';
import { FakeClock } from '../../support/fake-clock';
import { ScriptedTransport, type ScriptedAnswer } from '../../support/scripted-transport';
import { FakeNode } from '../shared/fake-node';

const LATENCY_MS = 100;

/** A platform with a publisher for each time, of one campaign each, whose reports take that time. */
class Publishers {
	private readonly readyAt = new Map<string, number>();

	constructor(
		private readonly clock: FakeClock,
		private readonly buildMs: readonly number[],
	) {}

	readonly answer = ({ url, body }: TransportRequest): ScriptedAnswer => {
		const { pathname, searchParams } = new URL(url);
		const path = pathname.split('/').slice(4).join('/');
		return { takesMs: LATENCY_MS, ...this.answerTo(path, searchParams, String(body)) };
	};

	private answerTo(path: string, query: URLSearchParams, body: string): ScriptedAnswer {
		if (path === 'permissions/user')
			return {
				body: {
					userPermissions: this.buildMs.map((_ms, index) => ({
						publisher: { id: `p${index}` },
						canRead: true,
					})),
				},
			};
		if (path === 'campaigns') return { body: { campaigns: [{ id: `of-${query.get('publisherId')}` }] } };
		if (path === 'reports/campaigns-daily-stats') {
			const { publisherId } = JSON.parse(body) as { publisherId: string };
			const ms = this.buildMs[Number(publisherId.slice(1))]!;
			this.readyAt.set(`r-${publisherId}`, this.clock.uptime() + LATENCY_MS + ms);
			return { body: { reportId: `r-${publisherId}` } };
		}
		const reportId = path.replace('reports/', '');
		if (this.clock.uptime() < this.readyAt.get(reportId)!) return { status: 202 };
		return { body: { statistics: [{ campaignId: reportId.replace('r-', 'of-') }] } };
	}
}

async function load(buildMs: readonly number[], parameters: INodeParameters = {}) {
	const clock = new FakeClock();
	const transport = new ScriptedTransport(clock, new Publishers(clock, buildMs).answer);
	const limiter = new RateLimiter(clock);
	const { properties, run } = promoPages.sources().node;
	const report = { resource: 'report', operation: 'get', returnAll: true, ...parameters };
	const credential = { accessToken: 'x', tokenType: 'OAuth', baseUrl: 'https://example.com/api/promo/v1' };
	const node = new FakeNode(
		{ parameters: [report], credential },
		properties(report),
		promoPages.credentialType,
	);
	const start = clock.uptime();
	const [items = []] = await run(node.asExecuteFunctions(), {
		clock,
		transport: () => transport,
		limiter: () => limiter,
	});
	const sent = transport.sent.map(
		({ method, url, at }) => `${method} ${url.split('/v1/')[1]!.split('?')[0]!} at ${at}`,
	);
	return { rows: items.map(({ json }) => json), ms: clock.uptime() - start, sent };
}

const SECONDS = [15_000, 40_000, 25_000, 60_000];

describe('four publishers', () => {
	it('are all ordered before the first is waited for, one after another', async () => {
		const { rows, sent } = await load(SECONDS);
		expect(rows).toEqual(
			[0, 1, 2, 3].map((index) => ({
				...{ publisherId: `p${index}`, publisherName: null },
				...{ campaignId: `of-p${index}`, campaignTitle: null },
			})),
		);
		expect(sent.slice(0, 10)).toEqual([
			'GET permissions/user at 0',
			...[100, 200, 300, 400].map((at) => `GET campaigns at ${at}`),
			...[500, 600, 700, 800].map((at) => `POST reports/campaigns-daily-stats at ${at}`),
			'GET reports/r-p0 at 3600',
		]);
	});

	it.each([
		[[15_000, 40_000, 25_000, 60_000]],
		[[60_000, 15_000, 40_000, 25_000]],
		[[15_000, 60_000, 60_000, 1000]],
		[[15_000, 15_000, 15_000, 15_000]],
		[[1000, 1000, 1000, 62_000]],
	])('that take %j ms take no longer than the slowest of them', async (buildMs) => {
		const { ms } = await load(buildMs);
		const slowest = await load([Math.max(...buildMs)]);
		expect(ms / slowest.ms).toBeLessThan(1.3);
		// What is left: three lists of campaigns, three orders, and looking at each.
		expect(ms - slowest.ms).toBeLessThanOrEqual(14 * LATENCY_MS);
	});
});
