import {
	AccessDeniedError,
	CredentialInvalidError,
	NotFoundError,
	RateLimitedError,
	RequestInvalidError,
	TemporarilyUnavailableError,
	TimeoutError,
	type ConnectorError,
	type ErrorDetails,
} from '../errors';
import type { Answer } from './answer';
import { HtmlPage, quoted } from './words';

/**
 * The error that an HTTP status stands for, on every platform. 413, 408 and 5xx may be the size of the report, so a
 * smaller slice is worth a try.
 *
 * @param message a full sentence with the platform's own words, if it had any
 */
export function failureForStatus(
	status: number,
	message: string,
	details: ErrorDetails = {},
): ConnectorError {
	const all = { ...details, status };
	switch (status) {
		case 401:
			return new CredentialInvalidError(message, all);
		case 403:
			return new AccessDeniedError(message, all);
		case 404:
		case 410:
			return new NotFoundError(message, all);
		case 408:
			return new TimeoutError(message, { splittable: true, ...all });
		case 413:
			return new RequestInvalidError(message, { splittable: true, ...all });
		case 425:
			return new TemporarilyUnavailableError(message, all);
		case 429:
			return new RateLimitedError(message, all);
		default:
			return status >= 500
				? new TemporarilyUnavailableError(message, { splittable: true, ...all })
				: new RequestInvalidError(message, all);
	}
}

/** A refusal in none of the forms that a platform is known to have: what it says is quoted as it is. */
export function unforeseenRefusal(platform: string, { status, body, retryAfterMs }: Answer): ConnectorError {
	const words = quoted(body);
	if (body instanceof HtmlPage)
		return failureForStatus(status, `In place of an answer of ${platform} came ${words} (${status}).`, {
			retryAfterMs,
			unforeseen: 'page',
		});
	return failureForStatus(status, `${platform} answered: ${words || 'no reason given'} (${status}).`, {
		retryAfterMs,
		unforeseen: 'form',
	});
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The form that servers have to send, and the two obsolete ones that have to be read (RFC 9110, section 5.6.7). */
const HTTP_DATES = [
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/,
	/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/,
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/,
];

/**
 * Reads a `Retry-After` header: whole seconds, or an HTTP date. Anything else is no information (undefined), never
 * "now": a server that says nonsense must not be hammered.
 *
 * @returns milliseconds from `now`, at least 0
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
	const text = value?.trim() ?? '';
	if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
	const moment = httpDate(text, now);
	// A moment that is over comes from clocks that differ, so it does not tell how long to wait.
	return moment !== undefined && moment > now ? moment - now : undefined;
}

/** A wrong name of the day does no harm. */
function httpDate(text: string, now: number): number | undefined {
	const parts = HTTP_DATES.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
	if (parts === undefined) return undefined;
	const { day = '', month = '', year = '', time = '' } = parts;
	const date = `${fullYear(year, now)}-${twoDigits(MONTHS.indexOf(month) + 1)}-${twoDigits(Number(day))}`;
	const iso = `${date}T${time}.000Z`;
	const moment = Date.parse(iso);
	// V8 reads 31 February as 3 March.
	return !Number.isNaN(moment) && new Date(moment).toISOString() === iso ? moment : undefined;
}

/** Of two digits the year that is less than 50 years ahead, as RFC 9110 wants it. */
function fullYear(year: string, now: number): string {
	if (year.length > 2) return year;
	const thisYear = new Date(now).getUTCFullYear();
	const inThisCentury = thisYear - (thisYear % 100) + Number(year);
	return String(inThisCentury > thisYear + 50 ? inThisCentury - 100 : inThisCentury);
}

function twoDigits(number: number): string {
	return String(number).padStart(2, '0');
}
