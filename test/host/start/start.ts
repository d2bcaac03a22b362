/** `npm start`: a real n8n with the package, on the sandbox of the platforms, for a person to try. */
import { credentialsText } from '../../demo/start-content';
import { accounts } from '../../platforms';
import { startSandbox } from '../../sandbox';
import { installedN8n } from '../install/n8n';
import { newest } from '../install/releases';
import { isFree } from '../server/free-port';
import { type N8nServer, startServer } from '../server/n8n-server';
import { owner, RestError } from '../server/rest-client';
import { readyUserFolder } from './instance';

const usual = { n8n: 5678, sandbox: 8790 };

/**
 * @param args `[--port 5678] [--sandbox-port 8790]`
 * @throws Error that says how it is used
 */
function portsOf(args: readonly string[]): typeof usual {
	const ports = { ...usual };
	const names: Readonly<Record<string, keyof typeof usual>> = {
		'--port': 'n8n',
		'--sandbox-port': 'sandbox',
	};
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

function tell(text: string): void {
	console.log(text);
}

async function assertFree(port: number, option: string): Promise<void> {
	if (await isFree(port)) return;
	throw new Error(`Port ${port} is taken. Give another one: npm start -- ${option} ${port + 1}`);
}

/** The owner is made at the first start only. */
async function setUpOwner({ rest }: N8nServer): Promise<void> {
	await rest.setUpOwner().catch((error: unknown) => {
		if (!(error instanceof RestError)) throw error;
	});
	await rest.logIn();
}

async function main(): Promise<void> {
	const started = Date.now();
	const ports = portsOf(process.argv.slice(2));
	await assertFree(ports.n8n, '--port');
	await assertFree(ports.sandbox, '--sandbox-port');
	const n8n = await installedN8n(newest, tell);
	const sandbox = await startSandbox({ ...accounts('examples'), port: ports.sandbox });
	try {
		const userFolder = await readyUserFolder(n8n, sandbox, tell);
		tell(`Starting n8n ${newest} ...`);
		const server = await startServer(n8n, { userFolder, port: ports.n8n });
		await setUpOwner(server);
		tell(`
n8n is ready after ${Math.round((Date.now() - started) / 1000)} s:  ${server.url}/home/workflows

  Email     ${owner.email}
  Password  ${owner.password}

The workflows of examples/ are in it. For the first rows open "VK Ads: daily spend to a data table", press
"Execute workflow", and double-click the node "Get daily spend".

Credentials lead to the sandbox of the platforms on ${sandbox.url}.
${credentialsText(sandbox)}

What you make in n8n is kept in ${userFolder}.
Ctrl+C stops n8n and the sandbox.
`);
		const stopped = new Promise<void>((resolve) => {
			for (const signal of ['SIGINT', 'SIGTERM'] as const)
				process.once(signal, () => {
					resolve();
				});
		});
		const ended = server.process.end().then((code) => {
			throw new Error(`n8n ended by itself (${String(code)}):\n${server.process.output.slice(-2000)}`);
		});
		await Promise.race([stopped, ended]);
		tell('Stopping ...');
		ended.catch(() => {});
		await server.stop();
	} finally {
		await sandbox.close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
