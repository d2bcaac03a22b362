import { get } from 'node:http';

import { startSandbox, type Sandbox, type SandboxOptions } from '.';

export type Json = Record<string, unknown>;

/** The bytes of a body, as they come: nothing is decompressed. */
export function bytesAt(url: string): Promise<{ status: number; bytes: Buffer; length?: string }> {
	return new Promise((resolve, reject) => {
		get(url, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const length = response.headers['content-length'];
				resolve({
					status: response.statusCode ?? 0,
					bytes: Buffer.concat(chunks),
					...(length && { length }),
				});
			});
		}).on('error', reject);
	});
}

/** A sandbox for one test; closed when the test fails, too. */
export async function withSandbox(
	options: SandboxOptions,
	use: (sandbox: Sandbox) => Promise<void>,
): Promise<void> {
	const sandbox = await startSandbox(options);
	try {
		await use(sandbox);
	} finally {
		await sandbox.close();
	}
}
