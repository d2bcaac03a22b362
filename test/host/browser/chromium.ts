import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { type Browser, chromium } from 'playwright-core';

/** Where Debian puts it. */
const debianPath = '/usr/bin/chromium';

/** Without the sandbox a container lacks, and without what Chromium asks the internet for by itself. */
const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** `apt-get install` where this is Debian and this process may. @throws Error with what to install by hand */
function installOnDebian(): void {
	const packages = ['chromium', 'fonts-liberation'];
	const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
	const allowed = existsSync('/etc/debian_version') && process.getuid?.() === 0;
	if (allowed) spawnSync(command, { shell: true, stdio: 'ignore' });
	if (existsSync(debianPath)) return;
	throw new Error(
		`The editor is opened in Chromium, which is not at ${debianPath}. ` +
			`Install it (on Debian, as root: apt-get update && ${command}), or set CHROMIUM to the path of another one.`,
	);
}

/** Starts Chromium without a window: the one that `CHROMIUM` names, else Debian's, installed when it is missing. */
export async function startChromium(): Promise<Browser> {
	const own = process.env.CHROMIUM;
	if (own === undefined && !existsSync(debianPath)) installOnDebian();
	return await chromium.launch({ executablePath: own ?? debianPath, args });
}
