import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { builtPackage } from '../setup/built-package';
import { contractOfCredential, contractOfNode } from './describe-contract';

export const contractFolder = join(__dirname, '..', '..', 'contract');

export function currentContracts(): ReadonlyMap<string, string> {
	const { nodes, credentials } = builtPackage();
	return new Map([
		...nodes.map((node) => [`${node.description.name}.txt`, contractOfNode(node)] as const),
		...credentials.map((credential) => [`${credential.name}.txt`, contractOfCredential(credential)] as const),
	]);
}

export function committedContracts(): ReadonlyMap<string, string> {
	return new Map(
		readdirSync(contractFolder).map((file) => [file, readFileSync(join(contractFolder, file), 'utf8')]),
	);
}
