/** So much of a platform's own words goes into a message: a page of stack traces is none. */
export const LONGEST_WORDS = 300;

/** So many of a list of refused fields are named. */
const NAMED = 10;

/** Names of values that may not get into messages. */
const SENSITIVE = /passw|token|secret|api.?key/i;

/** HTML, also as XML and behind a comment. */
const PAGE = /^(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** A refusal that is a page for people. */
export class HtmlPage {
	/** @param title '' where it has none */
	constructor(readonly title: string) {}
}

/** The body of a refusal: JSON, a page, or plain text as it is; undefined for an empty one. */
export function refusalBody(bytes: Uint8Array): unknown {
	const text = Buffer.from(bytes).toString('utf8').trim();
	if (text === '') return undefined;
	if (PAGE.test(text)) return new HtmlPage(titleOf(text));
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function titleOf(html: string): string {
	const title = /<title>([^<]*)/i.exec(html) ?? /<h1>([^<]*)/i.exec(html);
	return title?.[1]?.trim() ?? '';
}

/** What a platform said, in whatever form: as a message bears it, '' for nothing. */
export function quoted(value: unknown): string {
	if (value instanceof HtmlPage)
		return value.title === '' ? 'a page of HTML' : `a page of HTML called "${shortened(value.title)}"`;
	if (typeof value === 'string') return shortened(value);
	if (value === undefined || value === null) return '';
	if (typeof value === 'object' && Object.keys(value).length === 0) return '';
	try {
		return shortened(JSON.stringify(value, (key, inner: unknown) => (SENSITIVE.test(key) ? '***' : inner)));
	} catch {
		return 'JSON that is nested too deep to be shown';
	}
}

/** What a platform said in several places, one after another. */
export function joined(...parts: readonly unknown[]): string {
	return parts.map(quoted).filter(Boolean).join('; ');
}

/** Some of what may be thousands. */
export function listed(texts: readonly string[]): string {
	const more = texts.length > NAMED ? ` and ${texts.length - NAMED} more` : '';
	return texts.slice(0, NAMED).map(shortened).join('; ') + more;
}

/** Whether a value with this name may be shown. */
export function isSensitive(name: string): boolean {
	return SENSITIVE.test(name);
}

function shortened(text: string): string {
	const trimmed = text.trim();
	return trimmed.length <= LONGEST_WORDS ? trimmed : `${trimmed.slice(0, LONGEST_WORDS)}…`;
}
