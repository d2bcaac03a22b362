import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import { nativeRequire } from './native-require';

const root = join(__dirname, '..', '..');

/** Made of what package.json lists, as n8n loads it from dist/. */
export function builtPackage(): { readonly nodes: INodeType[]; readonly credentials: ICredentialType[] } {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	return {
		nodes: n8n.nodes.map((file) => made(file, '.node.js') as INodeType),
		credentials: n8n.credentials.map((file) => made(file, '.credentials.js') as ICredentialType),
	};
}

/** n8n takes the class that is named like the file. */
function made(file: string, ending: string): unknown {
	const name = file.slice(file.lastIndexOf('/') + 1, -ending.length);
	const exported = nativeRequire(join(root, file)) as Record<string, new () => unknown>;
	return new exported[name]!();
}
