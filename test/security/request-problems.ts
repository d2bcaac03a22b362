import { platforms } from '../platforms';
import type { LoggedRequest } from '../sandbox';

const HEADERS = [
	...['host', 'connection', 'accept', 'accept-encoding', 'content-type', 'content-length', 'authorization'],
	...['user-agent', 'transfer-encoding'],
];

/** How a request differs from those that the node means to send; nothing where it is one of them. */
export function requestProblems(request: LoggedRequest): string[] {
	const { platform: service, method, path, query, headers } = request;
	const platform = platforms.find(({ requests }) => Object.hasOwn(requests, service));
	const allowed = platform?.requests[service];
	if (allowed === undefined) return [`${method} ${path} belongs to no platform`];
	const problems: string[] = [];
	if (!allowed.paths.test(path)) problems.push(`the path ${method} ${path}`);
	for (const name of Object.keys(query))
		if (!allowed.queryNames.test(name)) problems.push(`the parameter ${name} of ${path}`);
	for (const name of Object.keys(headers))
		if (![...HEADERS, ...(allowed.headers ?? [])].includes(name)) problems.push(`the header ${name}`);
	return [...problems, ...(platform?.requestProblems?.(request) ?? [])];
}
