import type { Answer } from './answer';
import type { SandboxRequest } from './request';

/** One platform, as the frame needs it. */
export interface Platform {
	/** Its name in the request log. */
	readonly name: string;
	/** First part of its paths, with a slash before it; empty where it has an origin of its own. */
	readonly prefix: string;
	handle(request: SandboxRequest): Answer;
	/** Forgets jobs and spent budgets. */
	reset(): void;
}

/** `http://127.0.0.1:PORT` of the origin that serves a platform, by its name. Read once the sandbox listens. */
export type Origins = (name: string) => string;
