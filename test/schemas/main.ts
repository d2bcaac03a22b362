import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { accounts, platforms } from '../platforms';
import { startSandbox } from '../sandbox';
import { FakeClock } from '../support/fake-clock';
import { fileOf, schemaFolder, schemaOperations, schemaText } from './schemas';

/** `npm run schemas`: writes nodes/<Platform>/__schema__ anew. @param keys of some platforms; without any, of all */
async function main(keys: readonly string[]): Promise<void> {
	const sandbox = await startSandbox({ ...accounts('quick'), now: () => new FakeClock().now() });
	try {
		for (const platform of platforms.filter(({ key }) => keys.length === 0 || keys.includes(key))) {
			const folder = schemaFolder(platform);
			rmSync(folder, { recursive: true, force: true });
			for (const operation of schemaOperations(platform)) {
				const path = join(folder, fileOf(operation));
				try {
					const text = await schemaText(platform, operation, sandbox);
					mkdirSync(dirname(path), { recursive: true });
					writeFileSync(path, text);
				} catch (error) {
					console.error(`${platform.title}, ${fileOf(operation)}: ${(error as Error).message}`);
					process.exitCode = 1;
				}
			}
		}
	} finally {
		await sandbox.close();
	}
}

void main(process.argv.slice(2));
