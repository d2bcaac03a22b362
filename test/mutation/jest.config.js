const { join } = require('node:path');

const base = require('../../jest.config.js');

const rootDir = join(__dirname, '..', '..');

/** The tests of what is being changed, run by StrykerJS in its copy of the repository. */
/** @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir,
	roots: (process.env.MUTATION_TESTS ?? 'test').split(',').map((folder) => join(rootDir, folder)),
	// test/mutation/build.mjs has built dist/ already.
	globalSetup: undefined,
	testEnvironment: join(__dirname, 'environment.js'),
};
