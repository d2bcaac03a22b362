import { BlockList, isIP, type LookupFunction } from 'node:net';

import { ResponseInvalidError } from '../errors';

/** Ranges of IPv4 that are not on the public internet (IANA's special-purpose registry, and what is not assigned). */
const PRIVATE_IPV4: readonly (readonly [network: string, prefix: number])[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	// The relays of 6to4, which nobody runs any more.
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

/** Where IPv6 has public addresses at all: those assigned (RFC 4291), and IPv4 as such or behind NAT64 (RFC 6052). */
const ASSIGNED_IPV6: readonly (readonly [network: string, prefix: number])[] = [
	['2000::', 3],
	['::ffff:0:0', 96],
	['64:ff9b::', 96],
];

/** Of these, the ones that are not (IANA's special-purpose registry): Teredo and the like, documentation, 6to4. */
const PRIVATE_IPV6: readonly (readonly [network: string, prefix: number])[] = [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20],
	...PRIVATE_IPV4.flatMap(([network, prefix]): (readonly [string, number])[] => [
		[`::ffff:${network}`, 96 + prefix],
		[`64:ff9b::${network}`, 96 + prefix],
	]),
];

function blockList(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
	const list = new BlockList();
	for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
	return list;
}

const privateIpv4 = blockList(PRIVATE_IPV4, 'ipv4');
const assignedIpv6 = blockList(ASSIGNED_IPV6, 'ipv6');
const privateIpv6 = blockList(PRIVATE_IPV6, 'ipv6');

/** Whether an IP address literal is on the public internet; IPv4 inside IPv6 counts as the IPv4 that it is. */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 4) return !privateIpv4.check(address, 'ipv4');
	// An address with a zone is one of this machine's links.
	if (family === 0 || address.includes('%')) return false;
	return assignedIpv6.check(address, 'ipv6') && !privateIpv6.check(address, 'ipv6');
}

/** Whether a URL's host is this machine itself, by name or by address. */
export function isLoopbackHost(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function privateAddressError(): ResponseInvalidError {
	return new ResponseInvalidError('The platform sent a link to an address inside a private network.');
}

/**
 * Refuses a URL whose host is a private address literal. Names are checked by {@link publicOnly} at the moment
 * of connecting, so that a name cannot change between check and use.
 *
 * @throws {ResponseInvalidError}
 */
export function assertPublicUrl(url: URL): void {
	const literal = url.hostname.replace(/^\[|\]$/g, '');
	if (isLoopbackHost(url.hostname) || (isIP(literal) !== 0 && !isPublicAddress(literal)))
		throw privateAddressError();
}

/** The lookup for sockets, but it fails when the name leads to a private address. */
export function publicOnly(lookup: LookupFunction): LookupFunction {
	return (hostname, options, callback) => {
		lookup(hostname, { ...options, all: true }, (error, found) => {
			const addresses = Array.isArray(found) ? found : [];
			const [first] = addresses;
			if (error !== null) callback(error, '', 0);
			else if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
				callback(privateAddressError(), '', 0);
			else if (options.all === true) callback(null, addresses);
			else callback(null, first.address, first.family);
		});
	};
}
