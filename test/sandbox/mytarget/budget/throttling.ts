import { json } from '../../frame/answer';
import { onlyKnown } from '../lists/parameters';
import type { MyTargetOptions } from '../options';
import { route, type Route } from '../route';

import type { Bucket, Budget } from './budget';
import { throttlingLimits, windowLimits } from './windows';

/** All budgets that a request spends from. */
export function bucketsOf(options: MyTargetOptions, { method, throttled }: Route, path: string): Bucket[] {
	const label = `${method} ${path.replaceAll(/\/\d+(?=[./])/g, '/{id}')}`;
	const limits = options.budgets[label] ?? options.budget;
	const general = limits === false ? [] : [{ method: label, limits: windowLimits(limits) }];
	if (throttled === undefined) return general;
	const action = method === 'GET' ? 'READ' : method === 'POST' ? 'CREATE' : 'DELETE';
	const versions = [throttled.version, 'all'].flatMap((version) => {
		const found = options.throttling[throttled.resource]?.[version]?.[action];
		return found === undefined ? [] : [bucket(throttled.resource, version, action, found)];
	});
	return [...general, ...versions];
}

/** GET /api/v2/throttling.json (3.1). */
export function throttlingRoute(options: MyTargetOptions, budget: Budget): Route {
	return route('GET', '/api/v2/throttling.json', {
		answer: ({ query, account }) => {
			onlyKnown(query, []);
			const answer: Record<string, Record<string, Record<string, unknown>>> = {};
			for (const [resource, versions] of Object.entries(options.throttling)) {
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
