import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

import type { INodeType, IVersionedNodeType } from 'n8n-workflow';

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const folder = join(
	cache,
	'n8n-nodes-ru-ads',
	'n8n-2.41.1',
	'node_modules',
	'n8n-nodes-base',
	'dist',
	'nodes',
);

export const hasBasePackage = (): boolean => existsSync(folder);

export const WITHOUT_BASE_PACKAGE =
	"n8n's HTTP Request node is not there to compare with: n8n 2.41.1 is not installed in the cache folder. " +
	'`npm run test:host` or `npm start` installs it.';

/** n8n's own nodes, out of the n8n that the host tests install. */
export function nodesToCompareWith(): Record<string, INodeType | IVersionedNodeType> {
	const require = createRequire(join(folder, 'package.json'));
	const { HttpRequest } = require(join(folder, 'HttpRequest/HttpRequest.node.js')) as {
		HttpRequest: new () => IVersionedNodeType;
	};
	const { SplitOut } = require(join(folder, 'Transform/SplitOut/SplitOut.node.js')) as {
		SplitOut: new () => INodeType;
	};
	return { 'n8n-nodes-base.httpRequest': new HttpRequest(), 'n8n-nodes-base.splitOut': new SplitOut() };
}
