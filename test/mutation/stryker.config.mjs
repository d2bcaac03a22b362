/** What `npm run mutation` hands to StrykerJS, beside the files to change and where to keep results. */
export default {
	plugins: ['./test/mutation/plugins.mjs'],
	ignorers: ['texts'],
	testRunner: 'jest-by-file',
	jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
	symlinkNodeModules: false,
	buildCommand: 'node test/mutation/build.mjs',
	coverageAnalysis: 'perTest',
	// What is evaluated once, as a module is loaded: tables of fields, limits, schemas. Each of these would run every test
	// of its platform; fields are compared as a whole with contract/, limits are quoted from the fact sheets.
	ignoreStatic: true,
	// For the report of a run in a file of its own. What an earlier run found is not believed: it overlooks rows that were
	// added to the table of a test.
	incremental: true,
	force: true,
	concurrency: 1,
	// A busy machine takes long for all tests of a node.
	dryRunTimeoutMinutes: 30,
	// What hangs counts as killed, and a busy machine must not look like that.
	timeoutMS: 60_000,
	tempDirName: 'reports/mutation/copies',
	ignorePatterns: ['/dist', '/coverage', '/reports', '/test/example'],
	reporters: ['sample', 'progress-append-only'],
	allowEmpty: true,
	// Tests are compiled by swc, which reads none.
	tsconfigFile: 'none',
};
