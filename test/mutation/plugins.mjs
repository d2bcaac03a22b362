import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** StrykerJS lies outside of the repository: its parts are found from the one that runs. */
const manifest = createRequire(process.argv[1]).resolve('@stryker-mutator/jest-runner/package.json');
const runner = pathToFileURL(join(dirname(manifest), 'dist', 'src', 'index.js'));
const { strykerPlugins: own, strykerValidationSchema } = await import(runner);

/** Beside the tests, in the copy of the repository that the workers share. */
const TESTS = 'tests.json';

/**
 * StrykerJS's jest, but only the files with tests that reach the mutant are loaded for it, some of hundreds; one after
 * the other, the quickest first, until one is red.
 */
function jestByFile(injector) {
	const jest = own[0].factory(injector);
	const adapter = jest.jestTestAdapter;
	const { dryRun, mutantRun } = jest;
	let tests;
	let testFiles;
	jest.jestTestAdapter = {
		async run(settings) {
			if (testFiles === undefined) return adapter.run(settings);
			let result;
			for (const file of testFiles) {
				result = await adapter.run({ ...settings, testFiles: [file] });
				if (!result.results.success) break;
			}
			return result;
		},
	};
	jest.dryRun = async (options) => {
		const result = await dryRun.call(jest, options);
		writeFileSync(TESTS, JSON.stringify(result.tests ?? []));
		return result;
	};
	jest.mutantRun = async (options) => {
		tests ??= JSON.parse(readFileSync(TESTS, 'utf8'));
		testFiles = options.testFilter && quickestFirst(tests, new Set(options.testFilter));
		return mutantRun.call(jest, options);
	};
	return jest;
}

/** The files of the tests that are wanted. */
function quickestFirst(tests, wanted) {
	const durations = new Map();
	for (const { id, fileName, timeSpentMs } of tests)
		if (wanted.has(id)) durations.set(fileName, (durations.get(fileName) ?? 0) + timeSpentMs);
	return [...durations].sort(([, a], [, b]) => a - b).map(([fileName]) => fileName);
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

/** What scores.ts reads. */
const NOT_DRAWN = 'not in the sample';

/**
 * StrykerJS has no samples, but its reporters see the plan before it is carried out. The mutants are drawn from all that
 * would be tried, those that no test reaches too; by their place and text, so that a new test draws the same ones.
 */
const sample = {
	onMutationTestingPlanReady({ mutantPlans }) {
		const { MUTATION_SAMPLE: size, MUTATION_SEED: seed } = process.env;
		if (size === undefined) return;
		const inOrder = mutantPlans
			.filter(({ plan }) => plan === 'Run')
			.map((plan) => ({ plan, lot: lotOf(plan.mutant, seed) }))
			.sort((a, b) => (a.lot < b.lot ? -1 : 1));
		for (const { plan } of inOrder.slice(Number(size))) {
			plan.plan = 'EarlyResult';
			plan.mutant = { ...plan.mutant, status: 'Ignored', statusReason: NOT_DRAWN };
		}
	},
};

function lotOf({ fileName, location: { start, end }, mutatorName, replacement }, seed) {
	const place = [relative(process.cwd(), fileName), start.line, start.column, end.line, end.column];
	return createHash('sha256')
		.update([seed, ...place, mutatorName, replacement].join('\0'))
		.digest('hex');
}

export { strykerValidationSchema };
export const strykerPlugins = [
	{ kind: 'TestRunner', name: 'jest-by-file', factory: jestByFile },
	{ kind: 'Ignore', name: 'texts', value: texts },
	{ kind: 'Reporter', name: 'sample', value: sample },
];
