import { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

/** Files into n8n's binary store, while they arrive. */
export function storeIn({ prepareBinaryData }: Pick<IExecuteFunctions['helpers'], 'prepareBinaryData'>) {
	return async (
		chunks: AsyncIterable<Uint8Array>,
		fileName: string | undefined,
		mimeType: string,
	): Promise<IBinaryData> => {
		let failure: unknown;
		async function* read() {
			try {
				yield* chunks;
			} catch (error) {
				failure = error;
				throw error;
			}
		}
		const stream = Readable.from(read(), { objectMode: false });
		return prepareBinaryData(stream, fileName, mimeType).catch((error: unknown) => {
			// n8n may wrap what ended the stream; what the platform did is the better explanation.
			throw failure ?? error;
		});
	};
}
