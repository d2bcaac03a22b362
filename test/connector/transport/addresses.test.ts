import dns from 'node:dns';
import type { LookupFunction } from 'node:net';

import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { isLoopbackHost, isPublicAddress } from '../../../connector/transport';
import { publicOnly } from '../../../connector/transport/public-address';
import { cleanUp, exchange, makeTransport, serveBody } from './servers';

afterEach(async () => {
	jest.restoreAllMocks();
	await cleanUp();
});

const REFUSED = {
	kind: 'response-invalid',
	message: 'The platform sent a link to an address inside a private network.',
};

/** As the lists of private addresses have it (IANA's special-purpose registries for IPv4 and IPv6). */
const PRIVATE = `
	0.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 127.0.0.1 127.255.0.1 169.254.169.254 172.16.0.1
	172.31.255.255 192.0.0.8 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1
	192.0.2.1 192.88.99.1 198.19.255.255 198.51.100.1 203.0.113.255 240.0.0.1 ::8.8.8.8 ::ffff:0:127.0.0.1
	::ffff:0:8.8.8.8 ::ffff:198.51.100.1 64:ff9b::203.0.113.1 64:ff9b:1::8.8.8.8 100::1 100:0:0:1::1 2001::1
	2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:10::1 2001:1ff::1 2001:db8::1 3fff::1 3fff:fff::1
	4000::1 5f00::1 fe80::1%eth0
	::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe 64:ff9b::10.0.0.1 64:ff9b::a9fe:a9fe
	64:ff9b:1::1 2002:7f00:1:: 2002:a9fe:a9fe::1 fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1`;

const PUBLIC = `
	1.1.1.1 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 172.15.255.255 172.32.0.1
	192.0.1.1 192.0.3.1 192.88.98.1 192.88.100.1 192.167.255.255 198.17.255.255 198.20.0.1 198.51.99.255
	198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255 2001:200::1 2001:db7::1 2001:db9::1 2003::1 2606:4700::1111
	3ffe:ffff::1 3fff:1000::1 ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2a02:6b8::2:242`;

/** The words of a text. */
const each = (text: string) => text.trim().split(/\s+/);

/** What the name server says. */
function resolveTo(...addresses: string[]): void {
	jest.spyOn(dns, 'lookup').mockImplementation(((
		_name: string,
		_options: unknown,
		callback: (error: null, found: dns.LookupAddress[]) => void,
	) => {
		callback(
			null,
			addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
		);
	}) as unknown as typeof dns.lookup);
}

const ownLookup: LookupFunction = (...query) => {
	dns.lookup(...query);
};

const lookUp = (all: boolean, name = 'storage.example') =>
	new Promise((resolve, reject) => {
		publicOnly(ownLookup)(name, { all }, (error, address, family) => {
			if (error !== null) reject(error);
			else resolve([address, family]);
		});
	});

describe('isPublicAddress', () => {
	it.each(each(PRIVATE))('sees that %s is not', (address) => {
		expect(isPublicAddress(address)).toBe(false);
	});

	it.each(each(PUBLIC))('sees that %s is', (address) => {
		expect(isPublicAddress(address)).toBe(true);
	});

	it.each(['', 'localhost', 'example.com', '1.1.1', '[::1]', '1.1.1.1:80'])('takes no %p', (text) => {
		expect(isPublicAddress(text)).toBe(false);
	});
});

describe('isLoopbackHost', () => {
	it.each(['localhost', '127.0.0.1', '127.1.2.3', '[::1]'])('knows %s', (host) => {
		expect(isLoopbackHost(host)).toBe(true);
	});

	it.each(['localhost.example', '10.0.0.1', '127.0.0.1.example', '[::2]', 'my-localhost', ''])(
		'is not taken in by %p',
		(host) => {
			expect(isLoopbackHost(host)).toBe(false);
		},
	);
});

describe('a request to the public', () => {
	it.each(
		each(`
			127.0.0.1 localhost 127.1 2130706433 0x7f.1 0177.0.0.1 10.1.2.3 169.254.169.254 [::1] [fe80::1]
			[::ffff:127.0.0.1] [::ffff:a9fe:a9fe]`),
	)('does not go to %s', async (host) => {
		const reading = exchange(makeTransport(), `http://${host}:1/`, { reach: 'public' });
		await expect(reading).rejects.toMatchObject(REFUSED);
	});

	it.each([
		['one', ['127.0.0.1']],
		['one of several', ['8.8.8.8', '10.0.0.1']],
		['one of IPv6', ['fd00::1']],
	])('does not go to a name with a private address (%s)', async (_name, addresses) => {
		const { port, connections } = await serveBody('inside');
		resolveTo(...addresses);
		const url = `http://storage.example:${port}/`;
		await expect(exchange(makeTransport(), url, { reach: 'public' })).rejects.toMatchObject(REFUSED);
		expect(connections).toHaveLength(0);
	});

	it('does go to that name where the target is trusted', async () => {
		const { url } = await serveBody('inside');
		expect(await exchange(makeTransport(), url, { reach: 'anywhere' })).toBe('inside');
	});
});

describe('publicOnly', () => {
	it('gives all addresses, or the first', async () => {
		resolveTo('8.8.8.8', '2a02:6b8::1');
		expect(await lookUp(false)).toEqual(['8.8.8.8', 4]);
		expect(await lookUp(true)).toEqual([
			[
				{ address: '8.8.8.8', family: 4 },
				{ address: '2a02:6b8::1', family: 6 },
			],
			undefined,
		]);
	});

	it('refuses a name without any address', async () => {
		resolveTo();
		await expect(lookUp(true)).rejects.toMatchObject(REFUSED);
	});

	it('tells that a name does not exist', async () => {
		const unknown = { code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) };
		await expect(lookUp(true, 'nowhere.invalid')).rejects.toMatchObject(unknown);
	});
});
