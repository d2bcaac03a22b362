import { json } from '../../frame/answer';
import { onlyKnown } from '../lists/query';
import type { Limits, MyTargetOptions } from '../options';
import { Refusal } from '../refusal';
import { route, type Route } from '../route';

/** Names of the windows in the headers, by their length in seconds (5.1). */
const HEADER_NAMES: Readonly<Record<number, string>> = {
	1: 'RPS',
	60: 'Minutely',
	3600: 'Hourly',
	86_400: 'Daily',
};

const SECONDS = { rps: 1, minutely: 60, hourly: 3600, daily: 86_400 } as const;

/** Limits by the length of their window in seconds. */
export type WindowLimits = ReadonlyMap<number, number>;

export function windowLimits(limits: Limits): WindowLimits {
	const entries = Object.entries(limits) as [keyof Limits, number | undefined][];
	const given = entries.flatMap(([name, limit]) =>
		limit === undefined ? [] : [[SECONDS[name], limit] as const],
	);
	return new Map(given.sort(([one], [other]) => one - other));
}

export function throttlingLimits(limits: Readonly<Record<string, number>>): WindowLimits {
	return new Map(Object.entries(limits).map(([seconds, limit]) => [Number(seconds), limit]));
}

const MOSCOW_MS = 3 * 3_600_000;

/** When the current window began, in milliseconds: windows are calendar ones, days begin at midnight in Moscow (5.2). */
function windowStart(time: number, seconds: number): number {
	const length = seconds * 1000;
	return Math.floor((time + MOSCOW_MS) / length) * length - MOSCOW_MS;
}

/** One window of one budget of one user: what a test looks at. */
export interface BudgetWindow {
	readonly userId: number;
	/** `GET /api/v2/campaigns.json`, or `REMARKETINGUSERSLIST v2 READ` for a limit of throttling.json. */
	readonly method: string;
	/** Length. */
	readonly seconds: number;
	/** Milliseconds. */
	readonly start: number;
	readonly limit: number;
	/** Requests that were served. */
	spent: number;
	/** Requests that were answered 429 because of this window. */
	refused: number;
}

/** A budget that applies to a request. */
export interface Bucket {
	readonly method: string;
	readonly limits: WindowLimits;
}

/** Requests of every user in every window. */
export class Budget {
	/** Every window that there was, in the order of opening. */
	windows: BudgetWindow[] = [];
	/** Answers 429. */
	refused = 0;
	private current = new Map<string, BudgetWindow>();

	constructor(private readonly now: () => number) {}

	reset(): void {
		this.windows = [];
		this.current.clear();
		this.refused = 0;
	}

	/** Spends one request from all windows of all buckets, or none of them (3.1). Returns headers. Errors: 429. */
	spend(userId: number, buckets: readonly Bucket[]): Record<string, string> {
		const windows = this.open(userId, buckets);
		const exhausted = windows.filter(({ spent, limit }) => spent >= limit);
		for (const window of exhausted) window.refused++;
		if (exhausted.length > 0) {
			this.refused++;
			throw this.refusal(windows);
		}
		for (const window of windows) window.spent++;
		return headersOf(windows);
	}

	/** Requests left, by window. */
	remaining(userId: number, bucket: Bucket): Record<string, number> {
		return Object.fromEntries(
			this.open(userId, [bucket]).map(({ seconds, limit, spent }) => [String(seconds), limit - spent]),
		);
	}

	private open(userId: number, buckets: readonly Bucket[]): BudgetWindow[] {
		return buckets.flatMap(({ method, limits }) =>
			[...limits].map(([seconds, limit]) => this.window(userId, method, seconds, limit)),
		);
	}

	private window(userId: number, method: string, seconds: number, limit: number): BudgetWindow {
		const key = `${userId} ${method} ${seconds}`;
		const start = windowStart(this.now(), seconds);
		const known = this.current.get(key);
		if (known?.start === start) return known;
		const window = { userId, method, seconds, start, limit, spent: 0, refused: 0 };
		this.current.set(key, window);
		this.windows.push(window);
		return window;
	}

	/** E10: no `error` key (trap 55). */
	private refusal(windows: readonly BudgetWindow[]): Refusal {
		const tight = tightest(windows);
		const body = {
			limits: Object.fromEntries(tight.map(({ seconds, limit }) => [String(seconds), limit])),
			remaining: Object.fromEntries(
				tight.map(({ seconds, limit, spent }) => [String(seconds), limit - spent]),
			),
		};
		// Without Retry-After: none is documented.
		return new Refusal(429, body, headersOf(windows));
	}
}

function headersOf(windows: readonly BudgetWindow[]): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const { seconds, limit, spent } of tightest(windows)) {
		const name = HEADER_NAMES[seconds];
		if (name === undefined) continue;
		headers[`X-RateLimit-${name}-Limit`] = String(limit);
		headers[`X-RateLimit-${name}-Remaining`] = String(limit - spent);
	}
	return headers;
}

/** Of several windows of one length the one that leaves the least. */
function tightest(windows: readonly BudgetWindow[]): BudgetWindow[] {
	const bySeconds = new Map<number, BudgetWindow>();
	for (const window of windows) {
		const other = bySeconds.get(window.seconds);
		if (other === undefined || window.limit - window.spent < other.limit - other.spent)
			bySeconds.set(window.seconds, window);
	}
	return [...bySeconds.values()].sort((one, other) => one.seconds - other.seconds);
}

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
	if (throttled === undefined || !options.throttles) return general;
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
