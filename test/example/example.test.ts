import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { HouseCopy, type Edit } from './house-copy';

/** All that adding a platform changes in files that are there already. */
const edits: readonly Edit[] = [
	{
		file: 'package.json',
		change: (text) => {
			const json = JSON.parse(text) as { n8n: { nodes: string[]; credentials: string[] } };
			json.n8n.nodes.push('dist/nodes/ExampleAds/ExampleAds.node.js');
			json.n8n.credentials.push('dist/credentials/ExampleAdsApi.credentials.js');
			return JSON.stringify(json, undefined, '\t');
		},
	},
	{
		file: 'test/platforms/index.ts',
		change: (text) =>
			`import { exampleAds } from './exampleads';\n${text.replace('const list = [', 'const list = [exampleAds, ')}`,
	},
];

/** Tests of the platform's own, and those that every platform goes through. Each of them has one with its name. */
const suites = [
	'test/nodes/ExampleAds/campaign.test.ts',
	'test/nodes/ExampleAds/report.test.ts',
	'test/contract/contract.test.ts',
	'test/schemas/schemas.test.ts',
	'test/house/citations.test.ts',
	'test/house/circles.test.ts',
	'test/house/names.test.ts',
	'test/security/injection.test.ts',
	'test/security/operations.test.ts',
	'test/fuzz/parameters.test.ts',
	'test/faults/matrix.test.ts',
];

const isItsOwn = (text: string) => /example ?ads/i.test(text);

/** CONTRIBUTING tells of these files, so they have to be right, and enough. The tests build on each other. */
describe('test/example, laid over the repository', () => {
	let copy: HouseCopy;
	beforeAll(() => {
		copy = new HouseCopy(__dirname, edits);
	});
	afterAll(() => {
		copy.remove();
	});

	it('compiles and keeps all rules', () => {
		const program = join(__dirname, 'compile-and-lint.ts');
		const said = copy.run('tsx/dist/cli.mjs', [program, ...copy.added, 'test/platforms/index.ts']);
		expect(said).toEqual({ status: 0, output: '\n' });
	}, 180_000);

	it('touches package.json and test/platforms, and nothing else that is not its own', () => {
		expect(copy.run('tsx/dist/cli.mjs', ['test/contract/main.ts']).status).toBe(0);
		const schemas = copy.run('tsx/dist/cli.mjs', ['test/schemas/main.ts', 'exampleAds']);
		expect(schemas).toEqual({ status: 0, output: '' });
		const touched = copy.touched().sort();
		const contracts = ['contract/exampleAds.txt', 'contract/exampleAdsApi.txt'];
		expect(touched.filter((file) => !isItsOwn(file))).toEqual(['package.json', 'test/platforms/index.ts']);
		const own = touched.filter(isItsOwn).filter((file) => !file.includes('__schema__'));
		expect(own).toEqual([...contracts, ...copy.added].sort());
	}, 60_000);

	it('runs on the engine, and stands what every platform has to stand', () => {
		const options = ['--globalSetup=', '--cacheDirectory=.jest', '--runInBand'];
		const filter = ['-t', 'example ?ads|fact sheets|in a circle|no platform is named'];
		const { status, output } = copy.run('jest/bin/jest.js', [...options, ...filter, ...suites]);
		if (status !== 0) throw new Error(output);
		expect(suites.filter((suite) => !output.includes(`PASS ${suite}`))).toEqual([]);
	}, 180_000);
});
