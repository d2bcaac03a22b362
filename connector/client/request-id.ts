import { isRow } from '../rows';
import type { Headers } from '../transport';

/** None of the platforms documents one; these are the usual names. */
const HEADERS = [
	'x-request-id',
	'x-req-id',
	'x-yandex-req-id',
	'x-trace-id',
	'x-correlation-id',
	'request-id',
] as const;

const KEYS = ['request_id', 'requestId', 'trace_id', 'traceId'] as const;

/** The number under which the platform's support finds a request, where an answer has one. */
export function requestIdOf(headers: Headers, body?: unknown): string | undefined {
	const inError = isRow(body) ? body.error : undefined;
	return [...HEADERS.map((name) => headers[name]), ...idsIn(body), ...idsIn(inError)].find(isId);
}

function idsIn(value: unknown): unknown[] {
	return isRow(value) ? KEYS.map((key) => value[key]) : [];
}

/** Whatever else stands there is none. */
function isId(value: unknown): value is string {
	return typeof value === 'string' && /^[\w.:/+=-]{4,100}$/.test(value);
}
