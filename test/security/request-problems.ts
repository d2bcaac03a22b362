import type { LoggedRequest } from '../sandbox';

/** Where a platform's requests may go, and under which names they may say something. */
interface Allowed {
	readonly paths: RegExp;
	readonly queryNames: RegExp;
}

const ALLOWED: Readonly<Record<string, Allowed>> = {
	targetAds: {
		paths:
			/^\/v1\/meta\/(campaigns|target_event|token_validate)$|^\/v1\/reports\/(raw_reports|path_to_conversion|agg_report)$|^\/v2\/reports\/(raw_reports|path_to_conversion)$|^\/v2\/jobs\/[\w-]+$/,
		queryNames: /^(project_id|active)$/,
	},
	// The platform's own links.
	storage: { paths: /^\//, queryNames: /^/ },
	promoPages: {
		paths: /^\/(campaigns|permissions\/user|publishers\/balances|reports\/[^/]+)$/,
		queryNames:
			/^(publisherIds?|campaignIds|pageLimit|pageLastId|startFrom|campaignTypes|campaignStrategies|format)$/,
	},
	myTarget: {
		paths: /^\/api(\/(?!\.{1,2}(\/|$))[\w.,{}-]+)+$/,
		// Conditions name a field and a lookup; API Request sends the names that its user wrote.
		queryNames: /^[\w.-]+$/,
	},
	adfox: {
		paths: /^\/v1$|^\/v2\/reports(\/[^/]+){0,2}$/,
		queryNames: /^[^&=#?\r\n]*$/,
	},
};

const HEADERS =
	/^(host|connection|accept|accept-encoding|content-type|content-length|authorization|x-yandex-api-key|user-agent|transfer-encoding)$/;

/** Of the classic API of ADFOX, where they choose the method. */
const NAVIGATION = ['object', 'action', 'actionObject', 'limit', 'offset', 'encoding'];

/** How a request differs from those that the node means to send; nothing where it is one of them. */
export function requestProblems(request: LoggedRequest): string[] {
	const { platform, method, path, query, headers, body } = request;
	const allowed = ALLOWED[platform];
	if (allowed === undefined) return [`${method} ${path} belongs to no platform`];
	const problems: string[] = [];
	if (!allowed.paths.test(path)) problems.push(`the path ${method} ${path}`);
	for (const name of Object.keys(query))
		if (!allowed.queryNames.test(name)) problems.push(`the parameter ${name} of ${path}`);
	for (const name of Object.keys(headers)) if (!HEADERS.test(name)) problems.push(`the header ${name}`);
	if (platform === 'adfox' && path === '/v1' && typeof body === 'string')
		for (const name of repeated([...new URLSearchParams(body).keys()]))
			if (NAVIGATION.includes(name)) problems.push(`${name} twice in ${body.slice(0, 200)}`);
	return problems;
}

/** Names that come twice for a form parser, which trims them and lets `a[x]` stand for `a`. */
function repeated(names: readonly string[]): string[] {
	const plain = names.map((name) => name.trim().replace(/\[[^]*$/, ''));
	return plain.filter((name, index) => plain.indexOf(name) !== index);
}
