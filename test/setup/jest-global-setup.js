const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/** The engine's tests load dist/, so a plain `jest` would test the last build without a word. */
module.exports = () => {
	const { status } = spawnSync(process.execPath, [join(__dirname, 'build.mjs')], { stdio: 'inherit' });
	if (status !== 0) throw new Error('dist/ is not up to date and could not be built.');
};
