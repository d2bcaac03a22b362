import communityNodes from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';
import { importArrows } from './eslint.arrows.mjs';

const sources = ['connector/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'];
const tests = ['test/**/*.ts'];

/** Every rule of the community plugin, those outside its recommended set included. */
const everyCommunityRule = Object.fromEntries(
	Object.keys(communityNodes.rules).map((name) => [`@n8n/community-nodes/${name}`, 'error']),
);

const communityExceptions = {
	// n8n Cloud verification wants packages without dependencies. Streaming with back-pressure, a pooled transport
	// with its own time-outs, checked response shapes, time zones and streamed XML need undici, zod, luxon and saxes.
	'@n8n/community-nodes/no-runtime-dependencies': 'off',
	// The same ones, and Node's own streams, zlib and crypto.
	'@n8n/community-nodes/no-restricted-imports': 'off',
	// Waiting between attempts and polls needs timers; n8n's `sleep` cannot be aborted.
	'@n8n/community-nodes/no-restricted-globals': 'off',
	// Sees a raw error in every typed one. Ours become NodeApiError in one place, nodes/shared/errors, which n8n's own
	// class cannot replace below it: retries, splits and failed slices are decided by the type.
	'@n8n/community-nodes/require-node-api-error': 'off',
	// Wants an e-mail address. The package has no mailbox, and an invented one would mislead.
	'@n8n/community-nodes/valid-author': 'off',
};

const nodesBaseExceptions = {
	// These two want `['main']`; the community plugin wants `NodeConnectionTypes.Main` (and, for us, an expression:
	// onSliceFailure adds an output). Both cannot be kept, so the newer one is.
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
};

export default tseslint.config(
	// Below test/example imports lead nowhere; example.test.ts lints the files where they belong.
	{ ignores: ['dist/**', 'coverage/**', 'node_modules/**', 'test/example/*/**'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },

	{
		files: [...sources, ...tests],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			// Numbers in a message are what messages are made of.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
		},
	},
	...importArrows,

	{
		files: tests,
		rules: {
			// The tests' programs (demo, sandbox, measurements) talk to a terminal.
			'no-console': 'off',
			// A test knows what it has put there; a wrong `!` fails the test, which is the point of it.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// Fakes implement asynchronous ports without having anything to wait for.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-empty-function': 'off',
			// jest's asymmetric matchers (expect.any, expect.objectContaining) are typed `any`.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			// Values of rows are unknown; a wrong one shows in the comparison that it goes into.
			'@typescript-eslint/no-base-to-string': 'off',
			// expect(object.method) hands a method over without calling it.
			'@typescript-eslint/unbound-method': 'off',
		},
	},

	{
		files: ['test/platforms/*.ts'],
		// The sources of a node are loaded by the tests that need them, and without waiting: those name tests by them.
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'],
		plugins: { '@n8n/community-nodes': communityNodes },
		rules: { ...everyCommunityRule, ...communityExceptions },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...n8nNodesBase.configs.nodes.rules, ...nodesBaseExceptions },
	},
	{
		files: ['nodes/shared/report/date-fields.ts'],
		// Wants the order of the alphabet. People look for a range of days from the shortest to the longest.
		rules: { 'n8n-nodes-base/node-param-options-type-unsorted-items': 'off' },
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// For credentials inside of n8n's own repository; a community credential links to a page.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{
		files: ['credentials/YandexPromoPagesApi.credentials.ts'],
		// Takes the choice "Token Type" for a token.
		rules: { '@n8n/community-nodes/credential-password-field': 'off' },
	},
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: n8nNodesBase.configs.community.rules,
	},
);
