/** As n8n reads them, by the package proxy-from-env: small letters win, and nothing at all is as good as not set. */
function variable(...names: readonly string[]): string {
	const spelt = names.flatMap((name) => [name.toLowerCase(), name.toUpperCase()]);
	return spelt.map((name) => process.env[name] ?? '').find((value) => value !== '') ?? '';
}

/**
 * The proxy that the environment has for a URL, as n8n chooses it: the scheme's own, else ALL_PROXY. Without a scheme it
 * has that of the URL. npm sets the variables that begin with its name, where it is what started n8n.
 *
 * @returns undefined where the request goes out directly
 */
export function proxyFor({ protocol, hostname, port }: URL): string | undefined {
	const scheme = protocol.slice(0, -1);
	const usualPort = scheme === 'https' ? '443' : '80';
	if (isExcepted(hostname, port === '' ? usualPort : port)) return undefined;
	const own = `${scheme}_proxy`;
	const proxy = variable(`npm_config_${own}`, own, 'npm_config_proxy', 'all_proxy');
	if (proxy === '') return undefined;
	return proxy.includes('://') ? proxy : `${scheme}://${proxy}`;
}

function isExcepted(hostname: string, port: string): boolean {
	const exceptions = variable('npm_config_no_proxy', 'no_proxy').toLowerCase();
	return exceptions.split(/[,\s]+/).some((entry) => {
		const [, name = '', onlyPort = port] = /^(.+?)(?::(\d+))?$/.exec(entry) ?? [];
		if (name === '' || onlyPort !== port) return false;
		// "*", "*.example.com" and ".example.com" stand for what ends so; anything else for itself alone.
		return /^[*.]/.test(name) ? hostname.endsWith(name.replace(/^\*/, '')) : hostname === name;
	});
}
