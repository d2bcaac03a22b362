import { expect } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import { cut, Source } from './chunks';

export type Body = Buffer | string;

export const STATUS = '<status><code>0</code></status>';

/** A whole answer with the given data part. */
export const withData = (data: string) =>
	`<response>${STATUS}<result><data>${data}</data></result></response>`;

/** Bodies as a function reads them, which must not care how they are cut. */
export function readingBy<Answer>(
	readChunks: (chunks: AsyncIterable<Uint8Array>, options: { contentType?: string }) => Promise<Answer>,
) {
	return {
		/** Reads from single bytes; read whole it must be the same. */
		async read(body: Body, contentType?: string): Promise<Answer> {
			const bytes = Buffer.from(body);
			const answer = await readChunks(new Source(cut(bytes)), { contentType });
			expect(await readChunks(new Source([bytes]), { contentType })).toEqual(answer);
			return answer;
		},
		/** The message with which a body is refused, in single bytes and whole. */
		async refusal(body: Body, contentType?: string): Promise<string> {
			const bytes = Buffer.from(body);
			const messages: string[] = [];
			for (const chunks of [cut(bytes), [bytes]]) {
				const source = new Source(chunks);
				const error: unknown = await readChunks(source, { contentType }).catch((caught: unknown) => caught);
				expect(error).toBeInstanceOf(ResponseInvalidError);
				expect(error).not.toHaveProperty('cause');
				expect(source.closed).toBe(true);
				messages.push((error as Error).message);
			}
			expect(messages[1]).toBe(messages[0]);
			return messages[0]!;
		},
	};
}
