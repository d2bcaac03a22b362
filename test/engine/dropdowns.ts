import type {
	INode,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

import { additionalDataOf } from './additional-data';
import { CredentialStore, CredentialsHelper, type CredentialData } from './credentials-helper';
import { host, intoEngine, type LogEntry } from './host';
import type { LoadedPackage } from './loaded-package';

export interface DropdownOptions {
	/** The node's parameters as they stand in the editor; defaults are added. */
	parameters?: Record<string, unknown>;
	/** By type; the node names all of them. */
	credentials?: Record<string, CredentialData>;
	/** The parameter that the list belongs to, e.g. `filters.campaignIds`. */
	path?: string;
	/** Gets what the method logs. */
	log?: (entry: LogEntry) => void;
}

export interface ListSearchOptions extends DropdownOptions {
	/** What the user typed. */
	filter?: string;
	paginationToken?: string;
}

const nodeName = 'Temp-Node';

function openNode(package_: LoadedPackage, nodeType: string, options: DropdownOptions) {
	const type = package_.fullNodeType(nodeType);
	const { version } = package_.getByNameAndVersion(type).description;
	const node: INode = {
		id: 'temp',
		name: nodeName,
		type,
		typeVersion: Array.isArray(version) ? version.at(-1)! : version,
		position: [0, 0],
		parameters: intoEngine(options.parameters ?? {}) as INodeParameters,
		credentials: Object.fromEntries(
			Object.keys(options.credentials ?? {}).map((name) => [name, { id: name, name }]),
		),
	};
	const workflow = new host.workflow.Workflow({
		nodes: [intoEngine(node)],
		connections: {},
		active: false,
		nodeTypes: package_,
	});
	return { node: workflow.nodes[nodeName]!, workflow };
}

function contextOf(package_: LoadedPackage, nodeType: string, options: DropdownOptions) {
	const { node, workflow } = openNode(package_, nodeType, options);
	const credentialsHelper = new CredentialsHelper(package_, new CredentialStore(options.credentials));
	const additionalData = additionalDataOf({ credentialsHelper, currentNodeParameters: node.parameters });
	return new host.core.LoadOptionsContext(workflow, node, additionalData, options.path ?? '');
}

function methodsOf(package_: LoadedPackage, nodeType: string): NonNullable<INodeType['methods']> {
	return package_.getByNameAndVersion(package_.fullNodeType(nodeType)).methods ?? {};
}

function found<Method>(method: Method | undefined, nodeType: string, name: string): Method {
	if (method === undefined) throw new Error(`Node type "${nodeType}" has no method "${name}"`);
	return method;
}

function scopeOf({ log = () => {} }: DropdownOptions) {
	return { binaryMode: 'default' as const, log };
}

/** What n8n's editor asks when a dropdown opens. @throws what the method throws */
export async function loadOptions(
	package_: LoadedPackage,
	nodeType: string,
	name: string,
	options: DropdownOptions,
): Promise<INodePropertyOptions[]> {
	const method = found(methodsOf(package_, nodeType).loadOptions?.[name], nodeType, name);
	const context = contextOf(package_, nodeType, options);
	return await host.scope.run(scopeOf(options), async () => await method.call(context));
}

/** What n8n's editor asks for the list of a resource locator. @throws what the method throws */
export async function listSearch(
	package_: LoadedPackage,
	nodeType: string,
	name: string,
	options: ListSearchOptions,
): Promise<INodeListSearchResult> {
	const method = found(methodsOf(package_, nodeType).listSearch?.[name], nodeType, name);
	const context = contextOf(package_, nodeType, options);
	const { filter, paginationToken } = options;
	return await host.scope.run(
		scopeOf(options),
		async () => await method.call(context, filter, paginationToken),
	);
}
