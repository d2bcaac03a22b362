import { deflateSync } from 'node:zlib';

/** An ISO base media box. */
export function box(type: string, ...contents: Buffer[]): Buffer {
	const content = Buffer.concat(contents);
	const head = Buffer.alloc(8);
	head.writeUInt32BE(content.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, content]);
}

function track(width: number, height: number): Buffer {
	const header = Buffer.alloc(84);
	header.writeUInt32BE(width * 65_536, 76);
	header.writeUInt32BE(height * 65_536, 80);
	return box('trak', box('tkhd', header), box('mdia'));
}

/** A film with sound, and its header behind it, as cameras write it. */
export function mp4(width: number, height: number, film = 200_000): Buffer {
	const moov = box('moov', box('mvhd', Buffer.alloc(100)), track(0, 0), track(width, height));
	return Buffer.concat([box('ftyp', Buffer.from('isom')), box('mdat', Buffer.alloc(film, 7)), moov]);
}

function chunk(type: string, content: Buffer): Buffer {
	const head = box(type, content);
	head.writeUInt32BE(content.length);
	return Buffer.concat([head, Buffer.alloc(4)]);
}

/** A picture of one colour; its check sums are left out. */
export function png(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.alloc(height * (width + 1)))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** One with what a camera wrote of the picture before its frame. */
export function jpeg(width: number, height: number, remarks = 60_000): Buffer {
	const segment = (marker: number, content: Buffer) => {
		const head = Buffer.alloc(4);
		head.writeUInt16BE(marker);
		head.writeUInt16BE(content.length + 2, 2);
		return Buffer.concat([head, content]);
	};
	const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
	frame.writeUInt16BE(height, 1);
	frame.writeUInt16BE(width, 3);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		...Array.from({ length: 4 }, () => segment(0xffe2, Buffer.alloc(remarks))),
		segment(0xffc0, frame),
		Buffer.from([0xff, 0xd9]),
	]);
}
