import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type * as eslint from 'eslint';
import type * as tseslint from 'typescript-eslint';
import { nativeRequire } from '../setup/native-require';

const root = join(__dirname, '..', '..');
// ESLint imports its configuration as an ES module, which jest's own module system cannot do.
const { ESLint } = nativeRequire('eslint') as typeof eslint;
const { configs } = nativeRequire('typescript-eslint') as typeof tseslint;

// The house's own configuration, minus the rules that need types: the files of these tests do not exist.
const linter = new ESLint({
	cwd: root,
	overrideConfig: [
		{ ...configs.disableTypeChecked, files: ['**/*.ts'] },
		{ languageOptions: { parserOptions: { projectService: false } } },
	],
});

async function forbiddenImports(filePath: string, code: string): Promise<string[]> {
	const results = await linter.lintText(code, { filePath: join(root, filePath) });
	return results
		.flatMap((result) => result.messages)
		.filter((message) => message.fatal === true || /restricted-(imports|syntax)$/.test(message.ruleId ?? ''))
		.map((message) => message.message);
}

describe('arrows of the house: forbidden', () => {
	test.each([
		['connector/retry/x.ts', "import { sleep } from 'n8n-workflow'; sleep(1);"],
		['connector/retry/x.ts', "import type { INode } from 'n8n-workflow'; export type N = INode;"],
		['connector/retry/x.ts', "import { WorkflowExecute } from 'n8n-core'; new WorkflowExecute();"],
		['connector/retry/x.ts', "export * from '../../nodes/shared/items';"],
		['connector/x.ts', "export { a } from '../credentials/TargetAdsApi.credentials';"],
		['connector/retry/x.ts', "export { a } from '../../test/sandbox/server';"],
		['connector/retry/x.ts', "export const late = import('../../nodes/shared/items');"],
		['nodes/shared/items/x.ts', "export { a } from '../../TargetAds/api';"],
		['nodes/shared/index.ts', "export { a } from '../Adfox';"],
		['nodes/shared/items/x.ts', "export { a } from '../../../credentials/TargetAdsApi.credentials';"],
		['nodes/TargetAds/api.ts', "export { a } from '../MyTarget/token';"],
		['nodes/TargetAds/report/getRaw.ts', "export { a } from '../../YandexPromoPages/api';"],
		['nodes/TargetAds/TargetAds.node.ts', "export { a } from '../Adfox/api';"],
		['nodes/TargetAds/api.ts', "import { NodeApiError } from 'n8n-workflow'; throw new NodeApiError();"],
		['nodes/MyTarget/report/getDaily.ts', "export { NodeConnectionTypes } from 'n8n-workflow';"],
		['nodes/TargetAds/api.ts', "export { a } from '../../test/sandbox/server';"],
		[
			'nodes/TargetAds/api.ts',
			"import type { WorkflowExecute } from 'n8n-core'; export type W = WorkflowExecute;",
		],
		['credentials/TargetAdsApi.credentials.ts', "export { a } from '../nodes/TargetAds/api';"],
		['credentials/TargetAdsApi.credentials.ts', "export { a } from '../nodes/MyTarget/token';"],
		['credentials/MyTargetApi.credentials.ts', "export { a } from '../nodes/shared/errors';"],
	])('%s: %s', async (file, code) => {
		await expect(forbiddenImports(file, code)).resolves.toHaveLength(1);
	});
});

describe('arrows of the house: allowed', () => {
	test.each([
		['connector/retry/x.ts', "import { z } from 'zod'; export { a } from '../errors'; z.string();"],
		['nodes/shared/items/x.ts', "import { NodeApiError } from 'n8n-workflow'; throw new NodeApiError();"],
		['nodes/shared/items/x.ts', "export { a } from '../../../connector/report';"],
		['nodes/TargetAds/api.ts', "import type { INode } from 'n8n-workflow'; export type N = INode;"],
		[
			'nodes/TargetAds/api.ts',
			"export { a } from '../shared/items'; export { b } from '../../connector/retry';",
		],
		[
			'nodes/TargetAds/report/getRaw.ts',
			"export { a } from '../api'; export { b } from '../../TargetAds/platform';",
		],
		['nodes/TargetAds/TargetAds.node.ts', "export { NodeConnectionTypes } from 'n8n-workflow';"],
		['nodes/TargetAds/methods/testCredential.ts', "export { NodeApiError } from 'n8n-workflow';"],
		[
			'credentials/TargetAdsApi.credentials.ts',
			"import type { Icon } from 'n8n-workflow'; export type I = Icon;",
		],
		['credentials/MyTargetApi.credentials.ts', "export { preAuthenticate } from '../nodes/MyTarget/token';"],
		['credentials/AdfoxApi.credentials.ts', "export { a } from '../nodes/shared/platform/pasted-token';"],
		[
			'test/engine/x.ts',
			"export { WorkflowExecute } from 'n8n-core'; export { a } from '../../nodes/TargetAds/api';",
		],
	])('%s: %s', async (file, code) => {
		await expect(forbiddenImports(file, code)).resolves.toEqual([]);
	});
});
