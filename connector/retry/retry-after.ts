/** The only date form that HTTP servers may still send (RFC 9110, section 5.6.7). */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads a `Retry-After` header: whole seconds, or an HTTP date. Anything else is no information (undefined), never
 * "now": a server that says nonsense must not be hammered.
 *
 * @returns milliseconds from `now`, at least 0
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
	const text = value?.trim() ?? '';
	if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
	if (!HTTP_DATE.test(text)) return undefined;
	const moment = Date.parse(text);
	// V8 reads 31 February as 3 March; a wrong name of the day does no harm.
	if (Number.isNaN(moment) || !new Date(moment).toUTCString().endsWith(text.slice(5))) return undefined;
	// A moment that is over comes from clocks that differ, so it does not tell how long to wait.
	return moment > now ? moment - now : undefined;
}
