import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { RateLimiter } from '../../connector/rate-limit';
import type { TransportRequest } from '../../connector/transport';
import { sectionsOf } from '../house/markdown';
import type { Documented, DocumentedRequest, TestPlatform } from '../platforms/platform';
import { FakeClock } from '../support/fake-clock';
import { ScriptedTransport } from '../support/scripted-transport';
import { FakeNode } from './shared/fake-node';
import { cases, rowOf } from './support/documented-table';

/** The first request that the node sends for it. */
async function sentFor(
	{ sources, credentialType }: TestPlatform,
	documented: Documented,
	{ parameters, credential }: DocumentedRequest,
): Promise<TransportRequest> {
	const { node } = sources();
	const clock = new FakeClock();
	const transport = new ScriptedTransport(clock, () => ({ status: 400, body: {} }));
	const settings = {
		parameters: [parameters],
		credential: { ...documented.credential, ...credential },
		continueOnFail: true,
	};
	const fake = new FakeNode(settings, node.properties(parameters), credentialType);
	const ports = { clock, transport: () => transport, limiter: () => new RateLimiter(clock) };
	const [items] = await node.run(fake.asExecuteFunctions(), ports);
	if (transport.sent[0] === undefined) throw new Error(`Nothing was sent: ${JSON.stringify(items)}`);
	return transport.sent[0];
}

function read({ method, url, headers, body: sent = '' }: TransportRequest) {
	if (typeof sent !== 'string') throw new Error('No document shows a file.');
	const { origin, pathname, searchParams } = new URL(url);
	const isJson = headers['content-type'] === 'application/json';
	const fields = isJson ? (JSON.parse(sent) as object) : Object.fromEntries(new URLSearchParams(sent));
	return { method, at: origin + pathname, query: Object.fromEntries(searchParams), fields };
}

function expected({ shown, body = {}, leaves = {} }: DocumentedRequest) {
	const [method = '', address = ''] = shown.split(' ');
	const { origin, pathname, searchParams } = new URL(address);
	const query = { ...Object.fromEntries(searchParams), ...leaves.query };
	const set = Object.entries(query).filter(([, value]) => value !== undefined);
	// Another method has another body.
	const fields = leaves.method === undefined ? { ...body, ...leaves.body } : { ...leaves.body };
	return {
		method: leaves.method ?? method,
		at: origin + pathname,
		query: Object.fromEntries(set),
		fields,
	};
}

describe('a request that a document of the platform shows', () => {
	it.each(cases.map((each) => [each.documented.document, each.request.shown, each] as const))(
		'%s: %s leaves the node as it is shown, or as it is said',
		async (_document, _shown, { platform, documented, request }) => {
			const sent = await sentFor(platform, documented, request);
			expect(read(sent)).toEqual(expected(request));
			const { 'content-type': type, ...headers } = documented.headers;
			expect(sent.headers).toMatchObject(headers);
			if (type !== undefined) expect(sent.headers['content-type']).toBe(type);
			expect(request.because === undefined).toBe(request.leaves === undefined);
		},
	);

	it('stands in the table for the reader', () => {
		const page = readFileSync(join(__dirname, '..', '..', 'docs', 'documented-requests.md'), 'utf8');
		const rows = sectionsOf(page)
			.flatMap(({ tables }) => tables)
			.flatMap(([, ...lines]) => lines);
		expect(rows).toEqual(cases.map(rowOf));
	});
});
