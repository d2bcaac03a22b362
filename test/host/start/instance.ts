import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startContent } from '../../demo/start-content';
import type { Sandbox } from '../../sandbox';
import type { InstalledN8n } from '../install/n8n';
import { cacheFolder } from '../install/npm';
import { installPackage, packPackage } from '../install/package';
import { importInto } from '../server/n8n-process';

/** Runs `make` when what it makes is not what lies there from an earlier start. */
async function whenChanged(
	stamp: string,
	content: string | Buffer,
	make: () => Promise<void>,
): Promise<void> {
	const hash = createHash('sha256').update(content).digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
	rmSync(stamp, { force: true });
	await make();
	writeFileSync(stamp, hash);
}

/**
 * The user folder that `npm start` opens, kept from one start to the next together with everything that was made in
 * n8n: the package in it as it is now, the demo credentials and the examples.
 */
export async function readyUserFolder(
	n8n: InstalledN8n,
	sandbox: Sandbox,
	tell: (text: string) => void,
): Promise<string> {
	const userFolder = join(cacheFolder, `start-${n8n.release.version}`);
	mkdirSync(userFolder, { recursive: true });

	const packed = mkdtempSync(join(tmpdir(), 'n8n-package-'));
	try {
		const tarball = await packPackage(packed);
		await whenChanged(join(userFolder, 'package.sha256'), readFileSync(tarball), async () => {
			tell('Installing the package into n8n ...');
			await installPackage(tarball, userFolder);
		});
	} finally {
		rmSync(packed, { recursive: true, force: true });
	}

	const content = startContent(sandbox);
	await whenChanged(join(userFolder, 'content.sha256'), JSON.stringify(content), async () => {
		tell('Importing demo credentials and the workflows of examples/ ...');
		await importInto(n8n, userFolder, content);
	});
	return userFolder;
}
