import { gunzipSync } from 'node:zlib';
import type { Readable } from 'node:stream';

import type { IBinaryData } from 'n8n-workflow';

export interface StoredFile {
	readonly name: string | undefined;
	readonly mimeType: string | undefined;
	readonly content: Buffer;
}

/** n8n's binary store. */
export class StoredFiles {
	readonly files: StoredFile[] = [];

	/** @param failure what storing fails with, before anything is read */
	constructor(private readonly failure?: Error) {}

	get names(): (string | undefined)[] {
		return this.files.map(({ name }) => name);
	}

	get texts(): string[] {
		return this.files.map(({ content, mimeType }) =>
			(mimeType === 'application/gzip' ? gunzipSync(content) : content).toString(),
		);
	}

	readonly prepareBinaryData = async (
		data: Buffer | Readable,
		name?: string,
		mimeType?: string,
	): Promise<IBinaryData> => {
		if (this.failure !== undefined) throw this.failure;
		const content = Buffer.isBuffer(data) ? data : await collect(data);
		this.files.push({ name, mimeType, content });
		return { data: '', mimeType: mimeType ?? 'text/plain', fileName: name };
	};
}

async function collect(stream: Readable): Promise<Buffer> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of stream) chunks.push(chunk as Buffer);
	} catch (cause) {
		// n8n has words of its own for whatever ends a stream.
		throw new Error('The file could not be stored.', { cause });
	}
	return Buffer.concat(chunks);
}
