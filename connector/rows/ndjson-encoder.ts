import { encodedLines, type RowEncoder } from './row-encoder';

/** NDJSON: one JSON object per line, each line ended with LF. */
export function createNdjsonEncoder(): RowEncoder {
	return {
		mimeType: 'application/x-ndjson',
		fileExtension: 'ndjson',
		columns: undefined,
		header: () => Buffer.alloc(0),
		encode: (page) => encodedLines(page, (row) => `${JSON.stringify(row)}\n`),
	};
}
