import { isRow } from '../rows';
import type { Headers } from '../transport';

/** None of the platforms documents one; `x-request-id`, `x-yandex-req-id` and `x-trace-id` are such names. */
const HEADER = /^(x-)?([a-z]+-)?(request|req|trace|correlation)-?id$/;

const KEYS = ['request_id', 'requestId', 'trace_id', 'traceId'] as const;

/** The number under which the platform's support finds a request, where an answer has one. */
export function requestIdOf(headers: Headers, body?: unknown): string | undefined {
	const inError = isRow(body) ? body.error : undefined;
	const inHeaders = Object.entries(headers).flatMap(([name, value]) => (HEADER.test(name) ? [value] : []));
	return [...inHeaders, ...idsIn(body), ...idsIn(inError)].find(isId);
}

function idsIn(value: unknown): unknown[] {
	return isRow(value) ? KEYS.map((key) => value[key]) : [];
}

/** Whatever else stands there is none. */
function isId(value: unknown): value is string {
	return typeof value === 'string' && /^[\w.:/+=-]{4,100}$/.test(value);
}
