import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { prepareTemplate } from './template';

export default async function setUp(): Promise<void> {
	const build = join(__dirname, '..', '..', 'setup', 'build.mjs');
	if (spawnSync(process.execPath, [build], { stdio: 'inherit' }).status !== 0) {
		throw new Error('dist/ could not be built.');
	}
	const { version } = await prepareTemplate((text) => {
		console.log(text);
	});
	console.log(`\nn8n ${version}`);
}
