import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import { nativeRequire } from '../setup/native-require';
import { contractOfCredential, contractOfNode } from './describe-contract';

const root = join(__dirname, '..', '..');

export const contractFolder = join(root, 'contract');

/** Made of what package.json lists, as n8n loads it from dist/. */
export function currentContracts(): ReadonlyMap<string, string> {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	return new Map([
		...n8n.nodes.map((file) => {
			const node = made(file, '.node.js') as INodeType;
			return [`${node.description.name}.txt`, contractOfNode(node)] as const;
		}),
		...n8n.credentials.map((file) => {
			const credential = made(file, '.credentials.js') as ICredentialType;
			return [`${credential.name}.txt`, contractOfCredential(credential)] as const;
		}),
	]);
}

export function committedContracts(): ReadonlyMap<string, string> {
	return new Map(
		readdirSync(contractFolder).map((file) => [file, readFileSync(join(contractFolder, file), 'utf8')]),
	);
}

/** n8n takes the class that is named like the file. */
function made(file: string, ending: string): unknown {
	const name = file.slice(file.lastIndexOf('/') + 1, -ending.length);
	const exported = nativeRequire(join(root, file)) as Record<string, new () => unknown>;
	return new exported[name]!();
}
