import { startSandbox, type LoggedRequest } from '.';
import { dialogs } from '../demo/start-content';
import { accounts } from '../platforms';

const DEFAULT_PORT = 8790;

/** `npm run sandbox -- [port]`: the platforms for a person, until Ctrl+C. */
async function main(): Promise<void> {
	const [argument] = process.argv.slice(2);
	const port = argument === undefined ? DEFAULT_PORT : Number(argument);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		fail(`"${argument ?? ''}" is no port. Usage: npm run sandbox -- [port], default ${DEFAULT_PORT}.`);
		return;
	}
	const sandbox = await startSandbox({
		// Whoever tries it by hand waits for no report.
		...accounts('examples'),
		port,
		onRequest: (request) => {
			console.log(line(request));
		},
	}).catch((error: unknown) => {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		fail(`Port ${port} is taken. Give another one: npm run sandbox -- ${port + 1}`);
	});
	if (sandbox === undefined) return;
	console.log(`The sandbox runs on ${sandbox.url}. Ctrl+C stops it.\n`);
	console.log(`${dialogs(sandbox)}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

function line({ platform, method, path, status, startedAt, endedAt }: LoggedRequest): string {
	const outcome = status === 0 ? 'no answer' : String(status);
	return `${platform || 'unknown'} ${method} ${path} ${outcome} ${endedAt - startedAt} ms`;
}

function fail(message: string): void {
	console.error(message);
	process.exitCode = 1;
}

void main();
