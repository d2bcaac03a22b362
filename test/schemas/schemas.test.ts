import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { accounts, platforms } from '../platforms';
import { startSandbox, type Sandbox } from '../sandbox';
import { FakeClock } from '../support/fake-clock';
import { committedSchemas, fileOf, schemaFolder, schemaOperations, schemaText } from './schemas';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ ...accounts('quick'), now: () => new FakeClock().now() });
});

afterAll(async () => sandbox.close());

/** What the editor shows of an operation's rows before its first run. After a change that is meant: npm run schemas. */
describe.each(platforms)('the schema of $title', (platform) => {
	const written = committedSchemas(schemaFolder(platform));
	const operations = schemaOperations(platform);

	it.each(operations.map((operation) => [fileOf(operation), operation] as const))(
		'in %s is that of the rows',
		async (file, operation) => {
			expect(written.get(file)).toBe(await schemaText(platform, operation, sandbox));
		},
	);

	it('is there for every operation, and for nothing else', () => {
		expect([...written.keys()].sort()).toEqual(operations.map(fileOf).sort());
	});
});

it('n8n finds all schemas beside the built nodes', () => {
	for (const platform of platforms)
		expect(committedSchemas(schemaFolder(platform, true))).toEqual(committedSchemas(schemaFolder(platform)));
});
