const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest evaluates every module anew for every test file. n8n's engine is some thousand modules, so that would cost
 * seconds per file. Tests get Node's own `require` under a name of its own: what is loaded through it is loaded once
 * per worker process, exactly as n8n loads it.
 */
module.exports = class extends TestEnvironment {
	async setup() {
		await super.setup();
		this.global.nativeRequire = require;
	}
};
