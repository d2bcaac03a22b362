import { gunzipSync } from 'node:zlib';

import type { INodeExecutionData } from 'n8n-workflow';

import type { Host } from './host';

export interface StoredFile {
	name: string;
	mimeType: string;
	/** As it was stored. */
	bytes: Buffer;
	/** Unpacked, if it was packed. */
	text: string;
}

/** The file of an item, downloaded as the editor does it. */
export async function downloaded({ rest }: Host, item: INodeExecutionData): Promise<StoredFile> {
	const data = item.binary?.data;
	if (data?.id === undefined) throw new Error('The item has no file in a store of n8n.');
	const query = new URLSearchParams({ id: data.id, action: 'download' });
	const answer = await rest.raw('GET', `/rest/binary-data?${query.toString()}`);
	if (!answer.ok) throw new Error(`n8n answered ${answer.status} to the download.`);
	const bytes = Buffer.from(await answer.arrayBuffer());
	const [, name = ''] = /filename="(.*)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
	return {
		name: decodeURIComponent(name),
		mimeType: answer.headers.get('content-type') ?? '',
		bytes,
		text: textOf(bytes),
	};
}

/** The content of a file; gzip is known by its first two bytes. */
export function textOf(bytes: Buffer): string {
	const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
	return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
}
