import type { INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { storedCredentials } from '../server/stored-credentials';
import type { Host } from './host';

export interface Dropdown {
	/** Without the package: `targetAds`. */
	node: string;
	method: string;
	/** The parameter that the list belongs to. */
	path: string;
	/** The node's parameters as they stand in the editor. */
	parameters?: Record<string, unknown>;
}

function payload({ sandbox }: Host, { node, method, path, parameters = {} }: Dropdown) {
	const type = `${node}Api`;
	const { id, name } = storedCredentials(sandbox).find((credential) => credential.type === type)!;
	return {
		path,
		nodeTypeAndVersion: { name: `n8n-nodes-ru-ads.${node}`, version: 1 },
		currentNodeParameters: parameters,
		credentials: { [type]: { id, name } },
		methodName: method,
	};
}

/** What the editor asks when a dropdown opens. @throws RestError */
export async function optionsOf(host: Host, dropdown: Dropdown): Promise<INodePropertyOptions[]> {
	const path = '/dynamic-node-parameters/options';
	return (await host.rest.post(path, payload(host, dropdown))) as INodePropertyOptions[];
}

/** One page of the list of a resource locator. @throws RestError */
export async function pageOf(
	host: Host,
	dropdown: Dropdown,
	asked: { filter?: string; paginationToken?: string } = {},
): Promise<INodeListSearchResult> {
	const path = '/dynamic-node-parameters/resource-locator-results';
	return (await host.rest.post(path, { ...payload(host, dropdown), ...asked })) as INodeListSearchResult;
}

/** The pages of the list of a resource locator, as the editor gets them when its user scrolls on. */
export async function pagesOf(
	host: Host,
	dropdown: Dropdown,
	filter?: string,
): Promise<INodeListSearchResult['results'][]> {
	const pages: INodeListSearchResult['results'][] = [];
	let paginationToken: string | undefined;
	do {
		const page = await pageOf(host, dropdown, { filter, paginationToken });
		pages.push(page.results);
		paginationToken = page.paginationToken;
	} while (paginationToken !== undefined);
	return pages;
}
