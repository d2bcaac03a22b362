/** Takes secrets out of a text that somebody may read. */
export type Redact = (text: string) => string;

const MASK = '***';

/** What follows the name of a scheme in a sentence: "the OAuth token has expired" is no secret. */
const PLAIN_WORD =
	'(?:tokens?|applications?|scopes?|realm|access|auth\\w*|credentials?|headers?|data|statistics)(?=[\\s,:;!?)]|\\.?(?:\\s|$))';
/** Between a name and its value, in a header, a query, JSON and JSON inside JSON. */
const ASSIGNMENT = '\\\\?["\']?\\s*[:=]\\s*\\\\?["\']?';

/** What follows a name in a sentence: "no access token: Unknown client" tells no secret. Those that are known go anyway. */
const SENTENCE = ':\\s+\\p{L}{1,20}(?=[\\s.,:;!?()]|$)';

function headerPattern(names: readonly string[]): RegExp {
	const any = names.map((name) => name.replace(/[^\w-]/g, '\\$&')).join('|');
	return new RegExp(`\\b(${any})(${ASSIGNMENT})(?:(?:bearer|oauth|basic)\\s+)?[^\\s"',;\\\\]+`, 'gi');
}

/** Credentials that can be told by their surroundings, whoever they belong to. */
const PATTERNS: readonly [RegExp, string][] = [
	[new RegExp(`\\b(bearer|oauth|basic)\\s+(?!${PLAIN_WORD})[\\w.~+/=-]{4,}`, 'gi'), `$1 ${MASK}`],
	[
		new RegExp(
			`\\b(access_?token|refresh_?token|client_?secret|token)(?!${SENTENCE})(${ASSIGNMENT})[^\\s"'&,;\\\\]+`,
			'giu',
		),
		`$1$2${MASK}`,
	],
	[/(https?:\\?\/\\?\/)[^\s"'/?#@]+@/gi, `$1${MASK}@`],
];

const URLS = /https?:\\?\/\\?\/[^\s"']+/gi;
const SIGNED_QUERY = /^[^?]*\?.*(?:signature|sig|x-amz-|expires)/i;

/** A pre-signed URL is a credential as a whole: its query carries the signature under a name we cannot foresee. */
function maskSignedQuery(url: string): string {
	return SIGNED_QUERY.test(url) ? `${url.slice(0, url.indexOf('?'))}?${MASK}` : url;
}

/** Characters of a secret that are enough to be told from other words. */
const BEGINNING = 8;

/**
 * The platform's words are shortened before they get here, and the cut may go through a secret.
 *
 * @param forms all of them begin with `beginning`
 */
function maskBeginning(text: string, beginning: string, forms: readonly string[]): string {
	if (!text.includes(beginning)) return text;
	const rests = forms.map((form) => form.slice(BEGINNING));
	const [before = '', ...after] = text.split(beginning);
	const kept = after.map((part) => part.slice(Math.max(...rests.map((rest) => commonLength(part, rest)))));
	return [before, ...kept].join(MASK);
}

function commonLength(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/**
 * What a platform says is shortened before it gets here; this is for whatever else grows. The ids of a thousand orders
 * that were made before an error fit, for they would be lost with it. What to do stands at the end.
 */
const LONGEST_TEXT = 30_000;

function bounded(text: string): string {
	if (text.length <= LONGEST_TEXT) return text;
	const half = Math.floor((LONGEST_TEXT - 3) / 2);
	return `${text.slice(0, half)} … ${text.slice(-half)}`;
}

/**
 * Makes the one function that every text passes before it leaves the core: the given secrets go, as they are and in
 * the forms in which they travel (URL-encoded, base64, inside JSON), and so does what looks like a credential. A text
 * of more than 30,000 characters loses its middle.
 *
 * @param secretHeaders names of headers, besides Authorization, whose values are credentials
 */
export function createRedactor(secrets: readonly string[], secretHeaders: readonly string[] = []): Redact {
	const patterns = [
		[headerPattern(['Authorization', ...secretHeaders]), `$1$2${MASK}`] as const,
		...PATTERNS,
	];
	// Shorter ones are project ids and words; masking them would only garble the message.
	const long = secrets.filter((secret) => secret.length >= MASK.length + 1);
	const forms = [...new Set(long.flatMap(formsOf))].sort((a, b) => b.length - a.length);
	const beginnings = new Map<string, string[]>();
	for (const form of forms.filter(({ length }) => length > BEGINNING)) {
		const beginning = form.slice(0, BEGINNING);
		beginnings.set(beginning, [...(beginnings.get(beginning) ?? []), form]);
	}
	const mask = (text: string) => {
		let clean = forms.reduce((masked, form) => masked.replaceAll(form, MASK), text);
		for (const [beginning, alike] of beginnings) clean = maskBeginning(clean, beginning, alike);
		return clean;
	};
	return (text) => {
		// The secrets go first, since a pattern may take half of one and leave the rest.
		let clean = mask(text);
		for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
		clean = bounded(clean.replace(URLS, maskSignedQuery));
		// What a mask has joined may be a secret again. Each one that goes makes the text shorter, so this ends.
		for (let next = mask(clean); next !== clean; next = mask(clean)) clean = next;
		return clean;
	};
}

/**
 * A secret in the forms in which it travels: as it is, URL-encoded (in a path and in a query), in base64 (both
 * alphabets, without the padding) and inside JSON (with slashes as they are, and masked as PHP does).
 */
function formsOf(secret: string): string[] {
	// By way of bytes, because encodeURIComponent throws at half of a surrogate pair.
	const bytes = Buffer.from(secret);
	const inPath = encodeURIComponent(bytes.toString());
	const inQuery = new URLSearchParams([['', secret]]).toString().slice(1);
	const inJson = JSON.stringify(secret).slice(1, -1);
	return [
		secret,
		inPath,
		withSmallCodes(inPath),
		inQuery,
		withSmallCodes(inQuery),
		bytes.toString('base64').replace(/=+$/, ''),
		bytes.toString('base64url'),
		inJson,
		inJson.replaceAll('/', '\\/'),
	];
}

function withSmallCodes(encoded: string): string {
	return encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
