export interface Ports {
	n8n: number;
	sandbox: number;
}

const usual: Ports = { n8n: 5678, sandbox: 8790 };

/**
 * @param args `[--port 5678] [--sandbox-port 8790]`
 * @throws Error that says how it is used
 */
export function portsOf(args: readonly string[]): Ports {
	const ports = { ...usual };
	const names: Readonly<Record<string, keyof Ports>> = { '--port': 'n8n', '--sandbox-port': 'sandbox' };
	for (let index = 0; index < args.length; index += 2) {
		const name = names[args[index] ?? ''];
		const port = Number(args[index + 1]);
		if (name === undefined || !Number.isInteger(port) || port < 1 || port > 65_535) {
			throw new Error('Usage: npm start -- [--port 5678] [--sandbox-port 8790]');
		}
		ports[name] = port;
	}
	return ports;
}
