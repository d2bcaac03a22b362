/** A header of boxes is longer only in films of many hours. */
const MAX_HEADER_BYTES = 32 * 1024 * 1024;

/** Of a box: its length and its type (ISO/IEC 14496-12). */
const BOX_HEAD = 8;

/** The size in the header of an MP4 or MOV file, which may stand behind the film itself: that is read over, not kept. */
export async function videoSize(
	chunks: AsyncIterable<Uint8Array>,
): Promise<{ width: number; height: number } | undefined> {
	const bytes = new Bytes(chunks);
	try {
		for (;;) {
			const head = await bytes.take(BOX_HEAD);
			if (head === undefined) return undefined;
			let length = head.readUInt32BE(0) - BOX_HEAD;
			if (length === 1 - BOX_HEAD) {
				const long = await bytes.take(8);
				if (long === undefined) return undefined;
				length = Number(long.readBigUInt64BE(0)) - BOX_HEAD - 8;
			}
			// 0 reaches to the end of the file, and less than a head is no box.
			if (length < 0) return undefined;
			if (head.toString('latin1', 4) === 'moov') {
				const header = length > MAX_HEADER_BYTES ? undefined : await bytes.take(length);
				return header === undefined ? undefined : sizeInHeader(header);
			}
			if (!(await bytes.skip(length))) return undefined;
		}
	} finally {
		await bytes.close();
	}
}

/** That of the first track that has one: a track of sound has none. */
function sizeInHeader(header: Buffer): { width: number; height: number } | undefined {
	for (const track of boxesIn(header, 'trak'))
		for (const head of boxesIn(track, 'tkhd')) {
			if (head.length < BOX_HEAD) continue;
			// Its last fields, as numbers with 16 bits behind the point.
			const [width, height] = [head.readUInt32BE(head.length - 8), head.readUInt32BE(head.length - 4)];
			if (width > 0) return { width: width >> 16, height: height >> 16 };
		}
	return undefined;
}

function* boxesIn(bytes: Buffer, type: string): Generator<Buffer> {
	for (let at = 0; at + BOX_HEAD <= bytes.length;) {
		const length = bytes.readUInt32BE(at);
		if (length < BOX_HEAD) return;
		if (bytes.toString('latin1', at + 4, at + 8) === type) yield bytes.subarray(at + BOX_HEAD, at + length);
		at += length;
	}
}

/** Bytes in chunks, read in other portions. */
class Bytes {
	private readonly source: AsyncIterator<Uint8Array>;
	private rest = Buffer.alloc(0);

	constructor(chunks: AsyncIterable<Uint8Array>) {
		this.source = chunks[Symbol.asyncIterator]();
	}

	/** Undefined where there are not so many. */
	async take(length: number): Promise<Buffer | undefined> {
		const parts = [this.rest];
		let read = this.rest.length;
		while (read < length) {
			const next = await this.source.next();
			if (next.done === true) return undefined;
			parts.push(Buffer.from(next.value));
			read += next.value.length;
		}
		const all = Buffer.concat(parts);
		this.rest = all.subarray(length);
		return all.subarray(0, length);
	}

	/** Whether there were so many. */
	async skip(length: number): Promise<boolean> {
		let left = length - this.rest.length;
		if (left <= 0) {
			this.rest = this.rest.subarray(length);
			return true;
		}
		while (left > 0) {
			const next = await this.source.next();
			if (next.done === true) return false;
			this.rest = Buffer.from(next.value);
			left -= this.rest.length;
		}
		this.rest = this.rest.subarray(this.rest.length + left);
		return true;
	}

	async close(): Promise<void> {
		await this.source.return?.();
	}
}
