import type { INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { reference } from '../../platforms/credentials';
import type { TestPlatform } from '../../platforms/platform';
import type { Host } from './host';

export interface Dropdown {
	readonly platform: TestPlatform;
	readonly method: string;
	/** The parameter that the list belongs to. */
	readonly path: string;
	/** The node's parameters as they stand in the editor. */
	readonly parameters?: object;
}

function payload({ platform, method, path, parameters = {} }: Dropdown) {
	return {
		path,
		nodeTypeAndVersion: { name: platform.type, version: 1 },
		// The editor sends defaults, too, and n8n looks for the credential that goes with this one.
		currentNodeParameters: { authentication: 'accessToken', ...parameters },
		credentials: reference(platform),
		methodName: method,
	};
}

/** What the editor asks when a dropdown opens. @throws RestError */
export async function optionsOf(host: Host, dropdown: Dropdown): Promise<INodePropertyOptions[]> {
	const path = '/dynamic-node-parameters/options';
	return (await host.rest.post(path, payload(dropdown))) as INodePropertyOptions[];
}

/** One page of the list of a resource locator. @throws RestError */
export async function pageOf(
	host: Host,
	dropdown: Dropdown,
	asked: { filter?: string; paginationToken?: string } = {},
): Promise<INodeListSearchResult> {
	const path = '/dynamic-node-parameters/resource-locator-results';
	return (await host.rest.post(path, { ...payload(dropdown), ...asked })) as INodeListSearchResult;
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
