import { shorten } from './text';

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
