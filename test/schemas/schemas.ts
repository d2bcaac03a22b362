import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { jsonOf, runOnFakeClock } from '../nodes/support/fake-clock-run';
import type { OperationUnderTest } from '../platforms/loaded-node';
import type { TestPlatform } from '../platforms/platform';
import type { Sandbox } from '../sandbox';
import { builtPackage } from '../setup/built-package';
import { FakeClock } from '../support/fake-clock';
import { schemaOf } from './infer';
import { parametersOf } from './parameters';

const root = join(__dirname, '..', '..');

/** Gives whatever the platform answers. */
const WITHOUT = ['request.send'];

export const schemaOperations = (platform: TestPlatform): OperationUnderTest[] =>
	platform
		.sources()
		.node.operations.filter(({ resource, operation }) => !WITHOUT.includes(`${resource}.${operation}`));

/** @param built as n8n finds them, or as they are written */
export function schemaFolder({ type }: TestPlatform, built = false): string {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[] };
	};
	const index = builtPackage().nodes.findIndex(({ description }) => type.endsWith(`.${description.name}`));
	const file = n8n.nodes[index]!;
	// The version is that of the node, as the editor asks for it.
	return join(root, dirname(built ? file : file.replace(/^dist\//, '')), '__schema__', 'v1.0.0');
}

/** What the editor shows of an operation before its first run, made of the rows that the sandbox gives. */
export async function schemaText(
	platform: TestPlatform,
	operation: OperationUnderTest,
	sandbox: Sandbox,
): Promise<string> {
	sandbox.reset();
	const parameters = parametersOf(platform, operation, sandbox);
	const { resource, operation: value } = operation;
	const { input } = platform.writes?.find(({ name }) => name === `${resource}.${value}`) ?? {};
	const { items } = await runOnFakeClock(platform, sandbox, parameters, new FakeClock(), { input });
	if (items.length === 0) throw new Error(`No rows for ${JSON.stringify(parameters)}`);
	return `${JSON.stringify({ ...schemaOf(jsonOf(items)), version: 1 }, null, '\t')}\n`;
}

export const fileOf = ({ resource, operation }: OperationUnderTest) => join(resource, `${operation}.json`);

/** Texts by their path below the folder. */
export function committedSchemas(folder: string): ReadonlyMap<string, string> {
	if (!existsSync(folder)) return new Map();
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile(),
	);
	return new Map(
		files.map(({ parentPath, name }) => {
			const path = join(parentPath, name);
			return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
		}),
	);
}
