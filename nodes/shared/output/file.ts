import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import {
	chooseColumns,
	type ColumnSources,
	createCsvEncoder,
	createNdjsonEncoder,
	lookAhead,
	type Page,
	RUSSIAN_EXCEL,
	type RowEncoder,
} from '../../../connector/rows';
import { partName, type FileSettings, type ReportName } from './file-settings';
import { RowReader } from './row-reader';

/** Rows that are looked at before the header of a CSV file is written (docs/big-reports.md). */
const LOOK_AHEAD_ROWS = 1000;

/**
 * Writes rows into n8n's binary store while they arrive: one file, or one per `rowsPerFile` rows. A report without
 * rows still makes a file, with its header if the columns are known.
 *
 * @param nameOf asked once the first rows are there: which days they are of is known then
 * @param columns what is known of them before the rows
 */
export async function* writeFiles(
	node: IExecuteFunctions,
	pages: AsyncIterable<Page>,
	settings: FileSettings,
	nameOf: () => ReportName,
	columns: ColumnSources,
): AsyncGenerator<INodeExecutionData> {
	const { first, ended, pages: all } = await lookAhead(pages, LOOK_AHEAD_ROWS);
	const encoder = encoderOf(settings.format, () => chooseColumns(columns, first, ended));
	const reader = new RowReader(all);
	let part = 0;
	try {
		do yield await writePart(node, reader, encoder, settings, nameOf(), ++part);
		while (await reader.hasMore());
	} finally {
		await reader.close();
	}
}

function encoderOf(format: FileSettings['format'], columns: () => string[]): RowEncoder {
	switch (format) {
		case 'csv':
			return createCsvEncoder(columns());
		case 'csvExcel':
			return createCsvEncoder(columns(), RUSSIAN_EXCEL);
		case 'ndjson':
			return createNdjsonEncoder();
	}
}

async function writePart(
	node: IExecuteFunctions,
	reader: RowReader,
	encoder: RowEncoder,
	settings: FileSettings,
	name: ReportName,
	part: number,
): Promise<INodeExecutionData> {
	const encoded = new EncodedPart(reader, encoder, settings.rowsPerFile);
	const mimeType = settings.compress ? 'application/gzip' : encoder.mimeType;
	const plain = Readable.from(encoded.buffers(), { objectMode: false });
	const stream = settings.compress ? compressed(plain) : plain;
	const binary = await node.helpers
		.prepareBinaryData(stream, partName(settings, name, encoder.fileExtension, part), mimeType)
		.catch((error: unknown) => {
			// n8n may wrap what ended the stream; what the platform did is the better explanation.
			throw encoded.failure ?? error;
		});
	const json = {
		rows: encoded.rows,
		...(encoder.columns === undefined ? {} : { columns: [...encoder.columns] }),
		...(settings.rowsPerFile === Infinity ? {} : { part }),
	};
	return { json, binary: { [settings.binaryPropertyName]: binary } };
}

function compressed(plain: Readable): Readable {
	// The failure reaches whoever reads the compressed stream; the callback only keeps it from being thrown twice.
	return pipeline(plain, createGzip(), () => undefined);
}

class EncodedPart {
	rows = 0;
	failure: unknown;

	constructor(
		private readonly reader: RowReader,
		private readonly encoder: RowEncoder,
		private readonly maxRows: number,
	) {}

	async *buffers(): AsyncGenerator<Buffer> {
		try {
			yield this.encoder.header();
			while (this.rows < this.maxRows) {
				const page = await this.reader.next(this.maxRows - this.rows);
				if (page === undefined) return;
				this.rows += page.length;
				yield* this.encoder.encode(page);
			}
		} catch (error) {
			this.failure = error;
			throw error;
		}
	}
}
