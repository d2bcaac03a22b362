/** Breaks a text at spaces; a word that is longer than a line stays whole. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/)) {
		if (line !== '' && line.length + 1 + word.length > width) {
			lines.push(line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}
	return line === '' ? lines : [...lines, line];
}

/** Cuts a text that is too long and shows that it did. */
export function shorten(text: string, width: number): string {
	return text.length <= width ? text : `${text.slice(0, width - 3)}...`;
}

/** `1 row`, `1,234 rows` */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** `512 B`, `1.2 kB`, `3.4 MB` */
export function fileSize(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}

interface Terminal {
	isTTY?: boolean;
	write(text: string): unknown;
}

const clearLine = '\r\u001B[K';

/** One line that is written over again and again; nothing at all where the output is no terminal. */
export class ProgressLine {
	constructor(
		private readonly terminal: Terminal,
		private readonly width: number,
	) {}

	show(text: string): void {
		if (this.terminal.isTTY === true) this.terminal.write(clearLine + shorten(text, this.width));
	}

	clear(): void {
		if (this.terminal.isTTY === true) this.terminal.write(clearLine);
	}
}
