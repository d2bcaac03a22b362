const base = require('../../jest.config.js');

/** A real n8n takes half of this machine, so its test files run one after another. */
/** @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/host'],
	globalSetup: '<rootDir>/test/host/support/global-setup.ts',
	globalTeardown: '<rootDir>/test/host/support/global-teardown.ts',
	testPathIgnorePatterns: ['/node_modules/'],
	maxWorkers: 1,
	testTimeout: 180_000,
};
