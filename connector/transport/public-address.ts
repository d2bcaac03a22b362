import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

import { ResponseInvalidError } from '../errors';

/** Ranges that are not on the public internet (IANA special-purpose registries for IPv4 and IPv6). */
const PRIVATE_RANGES: readonly [string, number, 'ipv4' | 'ipv6'][] = [
	['0.0.0.0', 8, 'ipv4'],
	['10.0.0.0', 8, 'ipv4'],
	['100.64.0.0', 10, 'ipv4'],
	['127.0.0.0', 8, 'ipv4'],
	['169.254.0.0', 16, 'ipv4'],
	['172.16.0.0', 12, 'ipv4'],
	['192.0.0.0', 24, 'ipv4'],
	['192.168.0.0', 16, 'ipv4'],
	['198.18.0.0', 15, 'ipv4'],
	['224.0.0.0', 3, 'ipv4'],
	['::', 96, 'ipv6'],
	['64:ff9b:1::', 48, 'ipv6'],
	// 6to4 leads to the IPv4 address inside it; nobody serves downloads there any more.
	['2002::', 16, 'ipv6'],
	['fc00::', 7, 'ipv6'],
	['fe80::', 10, 'ipv6'],
	['fec0::', 10, 'ipv6'],
	['ff00::', 8, 'ipv6'],
];

const privateAddresses = new BlockList();
for (const [network, prefix, family] of PRIVATE_RANGES) {
	privateAddresses.addSubnet(network, prefix, family);
	// Behind NAT64 every IPv4 address has a second one, private ranges included (RFC 6052).
	if (family === 'ipv4') privateAddresses.addSubnet(`64:ff9b::${network}`, 96 + prefix, 'ipv6');
}

/** Whether an IP address literal is on the public internet; IPv4 inside IPv6 counts as the IPv4 that it is. */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 0) return false;
	return !privateAddresses.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether a URL's host is this machine itself, by name or by address. */
export function isLoopbackHost(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function privateAddressError(): ResponseInvalidError {
	return new ResponseInvalidError('The platform sent a link to an address inside a private network.');
}

/**
 * Refuses a URL whose host is a private address literal. Names are checked by {@link publicLookup} at the moment
 * of connecting, so that a name cannot change between check and use.
 *
 * @throws {ResponseInvalidError}
 */
export function assertPublicUrl(url: URL): void {
	const literal = url.hostname.replace(/^\[|\]$/g, '');
	if (isLoopbackHost(url.hostname) || (isIP(literal) !== 0 && !isPublicAddress(literal)))
		throw privateAddressError();
}

/** A DNS lookup for sockets that fails when the name leads to a private address. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
	lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[] | undefined) => {
		const addresses = found ?? [];
		const [first] = addresses;
		if (error !== null) callback(error, '', 0);
		else if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
			callback(privateAddressError(), '', 0);
		else if (options.all === true) callback(null, addresses);
		else callback(null, first.address, first.family);
	});
};
