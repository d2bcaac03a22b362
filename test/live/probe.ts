/** A request of a probe. What it may be is decided by `assertRead`. */
export interface LiveRequest {
	readonly method?: 'GET' | 'POST';
	/** Behind the base URL. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly json?: unknown;
	/** One of the platform's other ways to sign; by default its first. */
	readonly signedAs?: string;
}

export interface LiveAnswer {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	/** Undefined where it is none. */
	readonly json: unknown;
}

/** Ids and the like that an answer gave and a later request needs. They never get into the report. */
export type Known = Map<string, string>;

/** Something that our sheets believe, or do not know, and that one answer shows. */
export interface Question {
	/** As the table has it. */
	readonly about: string;
	/** Where the fact sheet of the platform speaks of it. */
	readonly sheet: string;
	/** In words that hold no value of the account; see `words.ts`. Undefined: this answer does not tell. */
	readonly found: (answer: LiveAnswer) => string | undefined;
	/** What the sheet says; absent where it says that nobody knows. */
	readonly believed?: string | readonly string[];
}

/** One request, and what its answer is looked at for. */
export interface Probe {
	readonly key: string;
	/** A text tells why it cannot be asked with what is known by now. */
	readonly request: (known: Known) => LiveRequest | string;
	/** Statuses with which the questions make sense; 200 where nothing is said. */
	readonly expects?: readonly number[];
	readonly questions: readonly Question[];
	readonly learn?: (answer: LiveAnswer, known: Known) => void;
	/** Asked again, at most three times, until this holds: a report that is being made. */
	readonly until?: (answer: LiveAnswer) => boolean;
}

export interface EnvironmentVariable {
	readonly name: string;
	/** What to put there. */
	readonly holds: string;
	/** Where nothing is given. */
	readonly fallback?: string;
}

/** What is to be found out at one platform. */
export interface LivePlatform {
	/** As in `npm run live -- <key>`. */
	readonly key: string;
	readonly title: string;
	/** Its fact sheet, docs/platforms/<sheet>.md. */
	readonly sheet: string;
	readonly environment: Readonly<Record<'token' | 'baseUrl' | (string & {}), EnvironmentVariable>>;
	/** Headers by the way to sign; the first is the usual one. */
	readonly ways: Readonly<Record<string, (token: string) => Readonly<Record<string, string>>>>;
	/** Goes with every request. */
	readonly query?: (values: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
	/** Paths that take a POST and change nothing: reports that are read or ordered by one. */
	readonly readsByPost: readonly string[];
	/** In this order. The first one decides whether the token is good for anything. */
	readonly probes: readonly Probe[];
	/** By the beginning of each entry of the sheet's section "Unknown". */
	readonly unknowns: Readonly<Record<string, Unknown>>;
}

/** The probes that ask for it, or why none does; both where a part of it stays open. */
export type Unknown =
	| { readonly probes: readonly string[]; readonly because?: string }
	| { readonly probes?: undefined; readonly because: string };
