import { lookup } from 'node:dns';

import { afterEach, describe, expect, it } from '@jest/globals';

import type { EgressFilter, TransportRequest } from '../../../../connector/transport';
import { filteredPorts } from '../../../../nodes/shared/platform/egress';
import {
	cleanUp,
	exchange,
	makeTransport,
	request,
	serve,
	serveBody,
} from '../../../connector/transport/servers';
import { FakeClock } from '../../../support/fake-clock';
import { ScriptedTransport } from '../../../support/scripted-transport';
import { portsOf } from '../fake-platform';

afterEach(cleanUp);

/** A filter in the form of n8n's that lets nothing go to the given hosts. */
function filterOf(...blocked: string[]) {
	const asked: string[] = [];
	const lookedUp: string[] = [];
	const filter: EgressFilter = {
		validateUrl: async (url) => {
			asked.push(url.href);
			return { ok: !blocked.includes(url.hostname) };
		},
		createSecureLookup: () => (name, options, callback) => {
			lookedUp.push(name);
			if (!blocked.includes(`lookup of ${name}`)) lookup(name, options, callback);
			else callback(Object.assign(new Error('blocked'), { name: 'SsrfBlockedIpError' }), '', 0);
		},
	};
	return { filter, asked, lookedUp };
}

const BLOCKED = {
	kind: 'access-denied',
	message: expect.stringContaining('n8n does not let requests go to'),
};

describe("n8n's egress filter", () => {
	it('is asked before each request, and one that it refuses is not sent', async () => {
		const { url, connections } = await serveBody('ok');
		const { filter, asked } = filterOf('127.0.0.1');
		await expect(exchange(makeTransport(), url, { egress: filter })).rejects.toMatchObject(BLOCKED);
		expect([asked, connections]).toEqual([[`${url}/`], []]);
	});

	it('is asked before each redirect', async () => {
		const { port } = await serveBody('inside');
		const inside = `http://localhost:${port}/`;
		const { url } = await serve((_request, response) => response.writeHead(302, { location: inside }).end());
		const { filter, asked } = filterOf('localhost');
		const reading = exchange(makeTransport(), url, { egress: filter, reach: 'anywhere' });
		await expect(reading).rejects.toMatchObject(BLOCKED);
		expect(asked).toEqual([`${url}/`, inside]);
	});

	it('looks names up, and its refusal there is final', async () => {
		const { port, connections } = await serveBody('ok');
		const { filter, lookedUp } = filterOf('lookup of localhost');
		const reading = exchange(makeTransport(), `http://localhost:${port}`, { egress: filter });
		await expect(reading).rejects.toMatchObject(BLOCKED);
		expect([lookedUp, connections]).toEqual([['localhost'], []]);
	});

	it('shares no connection with requests that it was not asked about', async () => {
		const { port, connections } = await serveBody('ok');
		const transport = makeTransport();
		await exchange(transport, `http://localhost:${port}`);
		const one = filterOf();
		await exchange(transport, `http://localhost:${port}`, { egress: one.filter });
		await exchange(transport, `http://localhost:${port}`, { egress: one.filter });
		expect([one.lookedUp, connections.length]).toEqual([['localhost'], 2]);
	});

	it('that cannot look a name up is told as any name that is not found', async () => {
		const { filter } = filterOf();
		const failing = {
			...filter,
			validateUrl: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
		};
		await expect(exchange(makeTransport(), 'http://a.example', { egress: failing })).rejects.toMatchObject({
			message: 'a.example could not be found under this name.',
		});
	});

	it('that takes its time does not hold a stopped execution', async () => {
		const { filter } = filterOf();
		const slow = { ...filter, validateUrl: () => new Promise<never>(() => undefined) };
		const controller = new AbortController();
		const reading = exchange(makeTransport(), 'http://a.example', { egress: slow }, controller.signal);
		controller.abort();
		await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
	});
});

describe('filteredPorts', () => {
	const sentThrough = async (reach: TransportRequest['reach'], helpers: object) => {
		const clock = new FakeClock();
		const transport = new ScriptedTransport(clock, [{ body: {} }]);
		const ports = filteredPorts({ ...portsOf(clock), transport: () => transport }, helpers);
		await ports.transport().send(request('https://api.example', { reach }), new AbortController().signal);
		return transport.sent[0]!;
	};

	it.each([
		['origin', 'safe'],
		['anywhere', 'safe'],
		['public', 'enforced'],
	] as const)('filter requests of reach %s by the policy "%s"', async (reach, policy) => {
		const { filter } = filterOf();
		const asked: unknown[] = [];
		const getSecureEgressFilter = (wanted: unknown) => {
			asked.push(wanted);
			return filter;
		};
		expect(await sentThrough(reach, { getSecureEgressFilter })).toMatchObject({ egress: filter, reach });
		expect(asked).toEqual([policy]);
	});

	it('are the same where n8n has no filter', async () => {
		expect((await sentThrough('origin', {})).egress).toBeUndefined();
	});
});
