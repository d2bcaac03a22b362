import type { IncomingMessage, ServerResponse } from 'node:http';

import { bytesOf } from '../../sandbox/frame/request';

/** Publishers, and the seconds that a report of each takes. */
export const PUBLISHERS: Readonly<Record<string, number>> = {
	'publisher-6': 6,
	'publisher-12': 12,
	'publisher-8': 8,
	'publisher-10': 10,
};

/** The one that takes longest. */
export const SLOWEST = 'publisher-12';

const ROWS_PER_REPORT = 100;

const readyAt = new Map<string, number>();

/** A PromoPages account with {@link PUBLISHERS}, of one campaign each. */
export async function answerPublishers(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://localhost');
	const body = (await bytesOf(request)).toString();
	const send = (answer: object) =>
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
	if (url.pathname === '/permissions/user') {
		const publishers = Object.keys(PUBLISHERS).map((id) => ({ id, name: id }));
		send({ userPermissions: publishers.map((publisher) => ({ publisher, canRead: true })) });
	} else if (url.pathname === '/campaigns') {
		send({
			campaigns: [{ id: `campaign-${url.searchParams.get('publisherId')}`, title: 'Весна' }],
			hasNextPage: false,
		});
	} else if (request.method === 'POST') {
		const { publisherId } = JSON.parse(body) as { publisherId: string };
		const reportId = `report-${readyAt.size}`;
		readyAt.set(reportId, Date.now() + (PUBLISHERS[publisherId] ?? 0) * 1000);
		send({ reportId });
	} else if (Date.now() < (readyAt.get(url.pathname.split('/').at(-1) ?? '') ?? 0))
		response.writeHead(202).end();
	else {
		const row = (index: number) => ({ campaignId: 'campaign', mskDate: '2026-02-01', impressions: index });
		send({ statistics: Array.from({ length: ROWS_PER_REPORT }, (_none, index) => row(index)) });
	}
}
