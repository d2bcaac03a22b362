import type * as NodeModule from 'node:module';
import { join } from 'node:path';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';

import { nativeRequire } from '../setup/native-require';

import { baseNodes } from './base-nodes';
import { host } from './host';
import { copyPackage } from './package-copy';

/** What nodes-base has for credentials that n8n connects; those of this package give the other fields themselves. */
const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: ['clientId', 'clientSecret'].map((name) => ({
		displayName: name,
		name,
		type: 'string' as const,
		default: '',
	})),
};

/** Notes on the canvas are no nodes to the engine; n8n drops them too. */
export const stickyNote = 'n8n-nodes-base.stickyNote';

const { createRequire } = nativeRequire('node:module') as typeof NodeModule;

function assertOneWorkflowPackage(folder: string): void {
	const seen = createRequire(join(folder, 'package.json')).resolve('n8n-workflow');
	const own = nativeRequire.resolve('n8n-workflow');
	if (seen !== own) {
		throw new Error(`The package sees another n8n-workflow (${seen}) than the engine (${own}).`);
	}
}

async function load(folder: string): Promise<PackageDirectoryLoader> {
	assertOneWorkflowPackage(folder);
	const loader = new host.core.PackageDirectoryLoader(folder);
	await loader.loadAll();
	return loader;
}

/** Nodes and credentials of one package (and the stand-ins of n8n-nodes-base), as n8n looks them up. */
export class LoadedPackage implements INodeTypes {
	constructor(
		private readonly loader: PackageDirectoryLoader,
		private readonly otherNodes: Readonly<Record<string, INodeType | IVersionedNodeType>>,
	) {}

	get name(): string {
		return this.loader.packageName;
	}

	/** The name of the package may be left out. */
	fullNodeType(nodeType: string): string {
		return nodeType.includes('.') ? nodeType : `${this.name}.${nodeType}`;
	}

	getByName(nodeType: string): INodeType | IVersionedNodeType {
		const base = this.otherNodes[nodeType] ?? baseNodes[nodeType];
		if (base !== undefined) return base;
		const prefix = `${this.name}.`;
		if (!nodeType.startsWith(prefix)) throw new Error(`Unrecognized node type: ${nodeType}`);
		return this.loader.getNode(nodeType.slice(prefix.length)).type;
	}

	getByNameAndVersion(nodeType: string, version?: number): INodeType {
		return host.workflow.NodeHelpers.getVersionedNodeType(this.getByName(nodeType), version);
	}

	getKnownTypes() {
		return this.loader.known.nodes as unknown as ReturnType<INodeTypes['getKnownTypes']>;
	}

	/** @throws UnrecognizedCredentialTypeError */
	credentialType(name: string): ICredentialType {
		return name === oAuth2Api.name ? oAuth2Api : this.loader.getCredential(name).type;
	}

	/** Full names of the nodes that use a credential. */
	supportedNodes(credential: string): string[] {
		const names = this.loader.known.credentials[credential]?.supportedNodes ?? [];
		return names.map((name) => this.fullNodeType(name));
	}
}

/** Loads a built package the way n8n does. It is loaded once per process for each content. */
export async function loadPackage(
	packageFolder: string,
	otherNodes: Readonly<Record<string, INodeType | IVersionedNodeType>> = {},
): Promise<LoadedPackage> {
	const folder = copyPackage(packageFolder);
	const loading = host.loaders.get(folder) ?? load(folder);
	host.loaders.set(folder, loading);
	const [loader] = await Promise.all([loading, host.binaryData]);
	return new LoadedPackage(loader, otherNodes);
}
