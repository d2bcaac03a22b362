const { dirname, join } = require('node:path');

const base = require('../../jest.config.js');

const rootDir = join(__dirname, '..', '..');
const tests = (process.env.MUTATION_TESTS ?? 'test').split(',').map((place) => join(rootDir, place));
const isFile = (place) => place.endsWith('.ts');

/** The tests of what is being changed, run by StrykerJS in its copy of the repository. */
/** @type {import('jest').Config} */
module.exports = {
	...base,
	// Instrumented code is slow, and what hangs is ended by StrykerJS.
	testTimeout: 300_000,
	rootDir,
	roots: tests.map((place) => (isFile(place) ? dirname(place) : place)),
	testMatch: tests.map((place) => (isFile(place) ? place : `${place}/**/*.test.ts`)),
	// test/mutation/build.mjs has built dist/ already.
	globalSetup: undefined,
	runtime: join(__dirname, 'runtime.js'),
	testEnvironment: join(__dirname, 'environment.js'),
};
