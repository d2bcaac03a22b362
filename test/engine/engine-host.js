/**
 * n8n's engine, once per process. Plain JavaScript, because it is loaded by Node's own `require`: jest evaluates
 * TypeScript anew for every test file and throws its globals away afterwards, but what n8n keeps in its container
 * (logger, binary data, loaded packages) outlives a test file.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const { mkdtempSync, rmSync } = require('node:fs');
const { createRequire } = require('node:module');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// The neighbours of n8n-core are no dependencies of this package; they are taken from where n8n-core finds them.
const requireOfCore = createRequire(require.resolve('n8n-core'));
const { Container } = requireOfCore('@n8n/di');
const { Logger } = requireOfCore('@n8n/backend-common');
const { InstanceSettingsConfig } = requireOfCore('@n8n/config');

/** What belongs to one run: `{ binaryMode, log(entry) }`. Runs may overlap in one process. */
const scope = new AsyncLocalStorage();

function scopedLogger() {
	const logger = { scoped: () => logger };
	for (const level of ['error', 'warn', 'info', 'debug']) {
		logger[level] = (message, metadata) => scope.getStore()?.log({ level, message, metadata });
	}
	return logger;
}

/** n8n writes an encryption key and binary files there; the default would be the folder of the user's own n8n. */
function temporaryInstanceFolder() {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
	process.once('exit', () => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

Container.set(Logger, scopedLogger());
const folder = temporaryInstanceFolder();
Object.assign(Container.get(InstanceSettingsConfig), { userHome: folder, n8nFolder: join(folder, '.n8n') });

const core = require('n8n-core');
const workflow = require('n8n-workflow');

// It would write every failure of a node with its stack to the logger that the node's own lines go to.
Container.set(core.ErrorReporter, { error() {}, warn() {}, info() {} });

async function startBinaryData() {
	const service = Container.get(core.BinaryDataService);
	await service.init();
	Object.defineProperty(service, 'mode', {
		get: () => (scope.getStore()?.binaryMode === 'filesystem' ? 'filesystem-v2' : 'default'),
	});
	return service;
}

module.exports = {
	core,
	workflow,
	scope,
	binaryData: startBinaryData(),
	externalSecretsProxy: Container.get(core.ExternalSecretsProxy),
	/** Folder of a package's copy -> promise of its loader. */
	loaders: new Map(),
	/** The same JSON as objects of the engine's realm: jest's objects are not `instanceof Object` there. */
	toEngine: (json) => JSON.parse(json),
};
