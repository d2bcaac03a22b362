const { dirname, join } = require('node:path');

const base = require('../../jest.config.js');

const rootDir = join(__dirname, '..', '..');
const tests = join(rootDir, process.env.MUTATION_TESTS ?? 'test');
const isFile = tests.endsWith('.ts');

/** The tests of what is being changed, run by StrykerJS in its copy of the repository. */
/** @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir,
	roots: [isFile ? dirname(tests) : tests],
	testMatch: isFile ? [tests] : base.testMatch,
	// test/mutation/build.mjs has built dist/ already.
	globalSetup: undefined,
	testEnvironment: join(__dirname, 'environment.js'),
};
