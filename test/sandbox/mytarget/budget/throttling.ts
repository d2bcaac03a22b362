import { json } from '../../frame/answer';
import { onlyKnown } from '../lists/query';
import type { MyTargetOptions } from '../options';
import { route, type Route } from '../route';

import { throttlingLimits, windowLimits, type Bucket, type Budget } from './budget';

/**
 * Limits by resource, version (or `all`), action and window in seconds, on top of those of the headers: the sample of the
 * overview page, with the missing brace (3.1, trap 2).
 */
const THROTTLING: Readonly<Record<string, Record<string, Record<string, Record<string, number>>>>> = {
	REMARKETINGUSERSLIST: {
		v2: { READ: { '60': 1 }, CREATE: { '60': 0 } },
		v3: { READ: { '3600': 200 }, CREATE: { '3600': 10 } },
		all: { READ: { '3600': 200 }, CREATE: { '60': 1 } },
	},
};

/** All budgets that a request spends from. */
export function bucketsOf(options: MyTargetOptions, { method, throttled }: Route, path: string): Bucket[] {
	const label = `${method} ${path.replaceAll(/\/\d+(?=[./])/g, '/{id}')}`;
	const limits = options.budgets[label] ?? options.budget;
	const general = limits === false ? [] : [{ method: label, limits: windowLimits(limits) }];
	if (throttled === undefined) return general;
	const action = method === 'GET' ? 'READ' : 'CREATE';
	const versions = [throttled.version, 'all'].flatMap((version) => {
		const found = THROTTLING[throttled.resource]?.[version]?.[action];
		return found === undefined ? [] : [bucket(throttled.resource, version, action, found)];
	});
	return [...general, ...versions];
}

/** GET /api/v2/throttling.json (3.1). */
export function throttlingRoute(budget: Budget): Route {
	return route('GET', '/api/v2/throttling.json', {
		answer: ({ query, account }) => {
			onlyKnown(query, []);
			const answer: Record<string, Record<string, Record<string, unknown>>> = {};
			for (const [resource, versions] of Object.entries(THROTTLING)) {
				for (const [version, actions] of Object.entries(versions)) {
					for (const [action, limits] of Object.entries(actions)) {
						const remaining = budget.remaining(account.user.id, bucket(resource, version, action, limits));
						((answer[resource] ??= {})[version] ??= {})[action] = { remaining, limits };
					}
				}
			}
			return json(200, answer);
		},
	});
}

function bucket(
	resource: string,
	version: string,
	action: string,
	limits: Readonly<Record<string, number>>,
): Bucket {
	return { method: `${resource} ${version} ${action}`, limits: throttlingLimits(limits) };
}
