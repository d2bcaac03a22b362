import { text, type Answer } from '../../frame/answer';
import { hex, mix, mixText } from '../../frame/hash';
import type { Platform } from '../../frame/platform';
import type { SandboxRequest } from '../../frame/request';

import type { JobStore } from './job-store';

/** Life of a download link. */
const LINK_SECONDS = 3600;

/** Pre-signed links to job files, in the manner of an S3 storage. */
export class Links {
	constructor(
		/** Where the storage listens; known once it does. */
		private readonly storageUrl: () => string,
		private readonly seed: number,
		private readonly now: () => number,
	) {}

	/** A link that begins to live now. */
	create(file: string): { url: string; expiresAt: number } {
		const date = Math.floor(this.now() / 1000);
		const query = new URLSearchParams({
			'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
			'X-Amz-Date': String(date),
			'X-Amz-Expires': String(LINK_SECONDS),
			'X-Amz-Signature': this.signature(file, date),
		});
		return {
			url: `${this.storageUrl()}${file}?${query.toString()}`,
			expiresAt: (date + LINK_SECONDS) * 1000,
		};
	}

	/** What is wrong with a link, if anything is. */
	objection(file: string, query: URLSearchParams): string | undefined {
		const date = Number(query.get('X-Amz-Date'));
		if (query.get('X-Amz-Signature') !== this.signature(file, date)) return 'Signature does not match';
		const hasExpired = this.now() >= (date + LINK_SECONDS) * 1000;
		return hasExpired ? 'Request has expired' : undefined;
	}

	private signature(file: string, date: number): string {
		return hex(64, mixText(mix(mix(this.seed, 0x51a), date), file));
	}
}

/**
 * The origin of the files (3.10). It wants the signature of the link, and it refuses a request that carries the token:
 * a pre-signed link with a second kind of authorization is an error in an S3 storage, and a leak besides.
 */
export class Storage implements Platform {
	readonly name = 'storage';
	readonly prefix = '';

	constructor(
		private readonly jobs: JobStore,
		private readonly links: Links,
	) {}

	handle({ method, path, query, headers }: SandboxRequest): Answer {
		if (method !== 'GET') return refused(405, 'MethodNotAllowed', 'The specified method is not allowed');
		if (headers.authorization !== undefined) {
			return refused(403, 'AccessDenied', 'Only one auth mechanism allowed');
		}
		const objection = this.links.objection(path, query);
		if (objection !== undefined) return refused(403, 'AccessDenied', objection);
		const [, id, , compressed] = /^\/targetads-reports\/([^/.]+)(\.csv)(\.gz)?$/.exec(path) ?? [];
		const job = this.jobs.find(id ?? '');
		if (job === undefined) return refused(404, 'NoSuchKey', 'The specified key does not exist');
		const isGzip = compressed !== undefined;
		return {
			status: 200,
			headers: { 'content-type': isGzip ? 'application/gzip' : 'text/csv' },
			body: job.content(),
			file: isGzip ? 'gzip' : 'plain',
		};
	}

	/** Jobs belong to the platform that ordered them. */
	reset(): void {}
}

function refused(status: number, code: string, message: string): Answer {
	const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
	return { ...text(status, 'application/xml', body), file: 'plain' };
}
