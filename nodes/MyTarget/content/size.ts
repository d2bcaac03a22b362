import { imageSize } from 'image-size';

import type { InputFile } from '../../shared/operations/input-file';
import { videoSize } from './video-size';

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** So much of an image is read for its size, which stands behind what a camera wrote of the picture. */
const HEAD_BYTES = 1024 * 1024;

/** The size in pixels that a file says it has; undefined where it does not say it in a form that is known. */
export async function sizeOf(kind: 'static' | 'video', { open }: InputFile): Promise<Size | undefined> {
	const chunks = await open();
	const found = kind === 'video' ? await videoSize(chunks) : imageSizeIn(await headOf(chunks));
	return found !== undefined && found.width > 0 && found.height > 0 ? found : undefined;
}

async function headOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const read: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunks) {
		read.push(chunk);
		bytes += chunk.length;
		if (bytes >= HEAD_BYTES) break;
	}
	return Buffer.concat(read);
}

function imageSizeIn(head: Buffer): Size | undefined {
	try {
		const { width, height } = imageSize(head);
		return { width, height };
	} catch {
		return undefined;
	}
}
