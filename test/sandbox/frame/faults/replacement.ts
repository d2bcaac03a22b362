import { json, text, type Answer } from '../answer';

import type { ReplacingFault } from './fault';

/** A proxy's page, as it comes when the platform behind it is away. */
const HTML_PAGE = `<!DOCTYPE html>
<html><head><title>Technical works</title></head>
<body><h1>We will be back soon</h1><p>Скоро вернёмся</p></body></html>
`;

/** The answer that comes instead of the platform's. */
export function replacement(fault: ReplacingFault): Answer {
	switch (fault.kind) {
		case 'html':
			return text(200, 'text/html; charset=utf-8', HTML_PAGE);
		case 'redirect':
			return { status: 302, headers: { location: fault.to }, body: '' };
		case 'status': {
			const headers = retryAfterHeader(fault.retryAfter);
			if (fault.body === undefined) {
				return json(
					fault.status,
					{ ErrorCode: fault.status, ErrorMessage: MESSAGES[fault.status] ?? 'error' },
					headers,
				);
			}
			const contentType = /^\s*[{[]/.test(fault.body) ? 'application/json; charset=utf-8' : 'text/plain';
			return { status: fault.status, headers: { 'content-type': contentType, ...headers }, body: fault.body };
		}
	}
}

function retryAfterHeader(given: string | (() => string) | undefined): Record<string, string> {
	if (given === undefined) return {};
	return { 'retry-after': typeof given === 'string' ? given : given() };
}

/** Messages of the TargetADS sheet, section 3.11; other platforms' bodies are given with the fault. */
const MESSAGES: Readonly<Record<number, string>> = {
	400: 'validate error',
	401: 'invalid or expired token',
	403: 'access denied to project',
	404: 'not found',
	429: 'too many requests',
	500: 'internal error',
};
