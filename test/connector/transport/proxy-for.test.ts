import { afterEach, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';

import { proxyFor } from '../../../connector/transport/proxy-for';
import { cleanUp, makeTransport } from './servers';

/** What n8n asks. */
const { getProxyForUrl } = jest.requireActual<{ getProxyForUrl: (url: string) => string }>('proxy-from-env');

afterEach(cleanUp);

/** @param url and the proxy for it with these variables, '' for none */
function proxies(url: string, variables: Readonly<Record<string, string>>) {
	makeTransport(variables);
	return { ours: proxyFor(new URL(url)) ?? '', ofN8n: getProxyForUrl(url) };
}

const API = 'https://api.ads.io/v1';

describe('proxyFor', () => {
	it.each<[string, Record<string, string>, string]>([
		['none', {}, ''],
		["the scheme's own", { HTTPS_PROXY: 'http://p:1', HTTP_PROXY: 'http://p:2' }, 'http://p:1'],
		['not that of http for https', { HTTP_PROXY: 'http://p:2' }, ''],
		['ALL_PROXY', { ALL_PROXY: 'http://p:3' }, 'http://p:3'],
		['small letters first', { https_proxy: 'http://p:1', HTTPS_PROXY: 'http://p:2' }, 'http://p:1'],
		['nothing for an empty one', { https_proxy: '', HTTPS_PROXY: 'http://p:2' }, 'http://p:2'],
		['the scheme of the URL where it has none', { ALL_PROXY: 'p:3128' }, 'https://p:3128'],
		['none for an exception', { ALL_PROXY: 'p:1', NO_PROXY: 'api.ads.io' }, ''],
		['none for a suffix', { ALL_PROXY: 'p:1', NO_PROXY: 'a, .ads.io' }, ''],
		['one for a name above', { ALL_PROXY: 'http://p:1', NO_PROXY: 'ads.io' }, 'http://p:1'],
		['none for the port', { ALL_PROXY: 'http://p:1', no_proxy: '*.io:443' }, ''],
		['one for another port', { ALL_PROXY: 'http://p:1', no_proxy: 'api.ads.io:8443' }, 'http://p:1'],
	])('gives %s', (_name, variables, proxy) => {
		expect(proxies(API, variables)).toEqual({ ours: proxy, ofN8n: proxy });
	});

	it('chooses as n8n does, whatever the environment', () => {
		const spelt = (name: string) => fc.constantFrom(name, name.toUpperCase());
		const name = fc
			.constantFrom('http_proxy', 'https_proxy', 'all_proxy', 'npm_config_proxy', 'npm_config_https_proxy')
			.chain(spelt);
		const exceptions = fc.constantFrom('no_proxy', 'npm_config_no_proxy').chain(spelt);
		const host = fc.constantFrom('example.com', 'a.example.com', 'b.a.example.com', '127.0.0.1', '[::1]');
		const entry = fc
			.tuple(
				fc.oneof(
					host,
					fc.constantFrom('*', '.example.com', '*.example.com', '*ample.com', 'EXAMPLE.com', ''),
				),
				fc.constantFrom('', ':80', ':443', ':8080'),
			)
			.map((parts) => parts.join(''));
		const environment = fc.tuple(
			fc.array(fc.tuple(name, fc.constantFrom('', 'p:1', 'http://p:2', 'https://me:word@p:3'))),
			fc.array(
				fc.tuple(
					exceptions,
					fc.array(entry, { maxLength: 3 }).map((entries) => entries.join(',')),
				),
				{ maxLength: 2 },
			),
		);
		const url = fc
			.tuple(fc.constantFrom('http://', 'https://'), host, fc.constantFrom('', ':8080', ':443'))
			.map((parts) => `${parts.join('')}/path`);
		fc.assert(
			fc.property(environment, url, ([variables, excepted], asked) => {
				const { ours, ofN8n } = proxies(asked, Object.fromEntries([...variables, ...excepted]));
				expect(ours).toBe(ofN8n);
			}),
			{ numRuns: 500 },
		);
	});
});
