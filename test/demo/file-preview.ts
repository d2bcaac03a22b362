import { gunzipSync } from 'node:zlib';

import type { INodeExecutionData } from 'n8n-workflow';

import type { EngineRun } from '../engine';
import { counted, fileSize, shorten } from './text';

const shownLines = 4;

function contentOf(file: Buffer): string {
	const isGzip = file[0] === 0x1f && file[1] === 0x8b;
	return (isGzip ? gunzipSync(file) : file).toString('utf8');
}

/** Name, size and rows of each file, and the first lines of the first one. */
export async function filePreview(
	run: EngineRun,
	items: readonly INodeExecutionData[],
	width: number,
): Promise<string[]> {
	const lines: string[] = [];
	for (const item of items) {
		const { fileName = 'file' } = item.binary!.data!;
		const { length } = await run.binary(item);
		lines.push(`${fileName}  ${fileSize(length)}  ${counted(Number(item.json.rows), 'row')}`);
	}
	const first = items[0];
	if (first === undefined) return lines;
	const content = contentOf(await run.binary(first))
		.trimEnd()
		.split(/\r?\n/);
	for (const line of content.slice(0, shownLines)) lines.push(shorten(`| ${line}`, width));
	if (content.length > shownLines) lines.push('| ...');
	return lines;
}

export function hasFile({ binary }: INodeExecutionData): boolean {
	return binary?.data !== undefined;
}
