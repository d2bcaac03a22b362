export interface Size {
	readonly kind: 'static' | 'video';
	readonly width: number;
	readonly height: number;
}

/** The size that a file says it has: PNG, JPEG, MP4 and MOV. Undefined for anything else. */
export function sizeOf(file: Buffer): Size | undefined {
	if (file.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n')
		return { kind: 'static', width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
	if (file.readUInt16BE(0) === 0xffd8) return jpegSize(file);
	return file.toString('latin1', 4, 8) === 'ftyp' ? videoSize(file) : undefined;
}

/** In the first "start of frame" segment. */
function jpegSize(file: Buffer): Size | undefined {
	for (let at = 2; at + 9 < file.length; at += 2 + file.readUInt16BE(at + 2)) {
		const marker = file.readUInt16BE(at);
		if (marker >= 0xffc0 && marker <= 0xffc2)
			return { kind: 'static', height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
	}
	return undefined;
}

/** At the end of the first track header that has one; a track of sound has none. */
function videoSize(file: Buffer): Size | undefined {
	for (let at = file.indexOf('tkhd'); at >= 0; at = file.indexOf('tkhd', at + 4)) {
		const end = at - 4 + file.readUInt32BE(at - 4);
		const [width, height] = [file.readUInt16BE(end - 8), file.readUInt16BE(end - 4)];
		if (width > 0) return { kind: 'video', width, height };
	}
	return undefined;
}
