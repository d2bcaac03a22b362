import { hex, mix, mixText } from '../../frame/hash';

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
