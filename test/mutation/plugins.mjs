import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** StrykerJS lies outside of the repository: its parts are found from the one that runs. */
const manifest = createRequire(process.argv[1]).resolve('@stryker-mutator/jest-runner/package.json');
const runner = pathToFileURL(join(dirname(manifest), 'dist', 'src', 'index.js'));
const { strykerPlugins: own, strykerValidationSchema } = await import(runner);

/** Beside the tests, in the copy of the repository that the workers share. */
const FILES = 'tests-by-name.json';

/** StrykerJS's jest, but only the files with tests that reach the mutant are loaded for it: some of hundreds. */
function jestByFile(injector) {
	const jest = own[0].factory(injector);
	const adapter = jest.jestTestAdapter;
	const { dryRun, mutantRun } = jest;
	let testFiles;
	let filesOf;
	jest.jestTestAdapter = { run: (settings) => adapter.run({ ...settings, testFiles }) };
	jest.dryRun = async (options) => {
		const result = await dryRun.call(jest, options);
		const byName = {};
		for (const { id, fileName } of result.tests ?? []) (byName[id] ??= []).push(fileName);
		writeFileSync(FILES, JSON.stringify(byName));
		return result;
	};
	jest.mutantRun = async (options) => {
		filesOf ??= JSON.parse(readFileSync(FILES, 'utf8'));
		testFiles = options.testFilter && [...new Set(options.testFilter.flatMap((name) => filesOf[name] ?? []))];
		return mutantRun.call(jest, options);
	};
	return jest;
}
jestByFile.inject = ['$injector'];

/** Names of n8n's descriptions of fields whose values are texts. */
const shownToUsers = new Set(['displayName', 'description', 'placeholder', 'hint', 'action', 'title']);

/**
 * Texts for people: whatever holds a blank, and labels. A test that holds such a text word for word finds nothing but
 * that it was changed. Keys, kinds and values are no texts and are not left out.
 */
const texts = {
	shouldIgnore(path) {
		if (path.isStringLiteral() && isText(path.node.value)) return 'a text for people';
		if (path.isTemplateLiteral() && path.node.quasis.some(({ value }) => isText(value.raw)))
			return 'a text for people';
		const { parent } = path;
		const isLabel = parent?.type === 'ObjectProperty' && shownToUsers.has(parent.key.name);
		return isLabel && path.isLiteral() ? 'a label' : undefined;
	},
};

function isText(value) {
	return /\p{L}[\p{L}\p{P}]* \S|\S \p{L}/u.test(value);
}

export { strykerValidationSchema };
export const strykerPlugins = [
	{ kind: 'TestRunner', name: 'jest-by-file', factory: jestByFile },
	{ kind: 'Ignore', name: 'texts', value: texts },
];
