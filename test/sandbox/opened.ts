import { ofFile } from '../support/of-file';
import { startSandbox, type Sandbox, type SandboxOptions } from '.';

/** What the clock of a sandbox says that is given none. */
export const NOW = Date.parse('2026-04-10T09:00:00Z');
const now = () => NOW;

/** One sandbox for the tests of a file. */
export const sandboxOfFile = (options: SandboxOptions = {}) =>
	ofFile(async () => startSandbox({ now, ...options }));

/** A sandbox for one test; closed when the test fails, too. */
export async function withSandbox(
	options: SandboxOptions,
	use: (sandbox: Sandbox) => Promise<void>,
): Promise<void> {
	const sandbox = await startSandbox({ now, ...options });
	try {
		await use(sandbox);
	} finally {
		await sandbox.close();
	}
}
