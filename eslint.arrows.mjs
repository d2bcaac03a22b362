/**
 * Which room may import which (README of the house: nodes/<Platform> -> nodes/shared -> connector), as ESLint rules.
 * One place states them; `test/house/arrows.test.ts` tries them.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every folder of nodes/ but what they share. */
const platforms = readdirSync(join(import.meta.dirname, 'nodes'), { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && entry.name !== 'shared')
	.map(({ name }) => name);

const toTests = {
	regex: '(^|/)test(/|$)',
	message: 'What ships never imports from test/.',
};
const toEngine = {
	regex: '^n8n-core(/|$)',
	message: 'n8n-core is the engine of the tests; a node sees n8n-workflow only.',
};
const toCredentials = {
	regex: '^\\.{1,2}/(.*/)?credentials(/|$)',
	message: 'Nobody imports a credential; n8n hands over its data.',
};
const workflowValues = {
	regex: '^n8n-workflow(/|$)',
	allowTypeImports: true,
	message:
		'Values of n8n-workflow belong into nodes/shared, *.node.ts, methods/ and credentials/. Types are fine.',
};

function toPlatforms(names, message) {
	return { regex: `/(${names.join('|')})(/|$)`, message };
}

/** Options of one folder. A later entry of a flat config replaces the options of a rule, so `files` are disjoint. */
function arrows(files, patterns, ignores = []) {
	return {
		files,
		ignores,
		rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
	};
}

function platformArrows(platform) {
	const others = platforms.filter((name) => name !== platform);
	const patterns = [
		toTests,
		toEngine,
		toCredentials,
		toPlatforms(others, `${platform} does not know other platforms; what they share lives in nodes/shared.`),
	];
	const seesN8n = [`nodes/${platform}/*.node.ts`, `nodes/${platform}/**/methods/**/*.ts`];
	return [
		arrows(seesN8n, patterns),
		arrows([`nodes/${platform}/**/*.ts`], [...patterns, workflowValues], seesN8n),
	];
}

function credentialArrows(platform) {
	const foreignRooms = {
		regex: `(^|/)nodes/(?!(${platform}/token|shared/platform/(pasted-token|yandex-oauth2))$)`,
		message: `A credential may use its platform's token room (nodes/${platform}/token) what a pasted token looks like and how Yandex connects, nothing else of nodes/.`,
	};
	return arrows([`credentials/${platform}*Api.credentials.ts`], [toTests, toEngine, foreignRooms]);
}

export const importArrows = [
	arrows(
		['connector/**/*.ts'],
		[
			toTests,
			toEngine,
			{ regex: '^n8n-workflow(/|$)', message: 'The connector core does not know n8n, not even its types.' },
			{
				regex: '^\\.{1,2}/(.*/)?(nodes|credentials)(/|$)',
				message: 'The connector core does not know who uses it.',
			},
		],
	),
	arrows(
		['nodes/shared/**/*.ts'],
		[toTests, toEngine, toCredentials, toPlatforms(platforms, 'What nodes share knows no platform.')],
	),
	...platforms.flatMap(platformArrows),
	...platforms.map(credentialArrows),
	{
		files: ['connector/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: 'ImportExpression', message: 'A dynamic import would go round the arrows of the house.' },
			],
		},
	},
];
