/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/setup/jest-environment.js',
	globalSetup: '<rootDir>/test/setup/jest-global-setup.js',
	setupFilesAfterEnv: ['<rootDir>/test/setup/expecting.js'],
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	// The first need a whole n8n: npm run test:host. The second are run by test/example/example.test.ts.
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/host/', '<rootDir>/test/example/test/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' }, sourceMaps: 'inline' },
		],
	},
	// Tests import what they use from @jest/globals.
	injectGlobals: false,
	// On a busy machine a test takes many times what it takes alone.
	testTimeout: 60_000,
	// By default one processor is left to whoever watches, which is half of a machine with two.
	maxWorkers: '100%',
};
