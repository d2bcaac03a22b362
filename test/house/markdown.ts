/**
 * What a README is compared by. It understands as much of Markdown as the READMEs use: ATX headings, fenced code,
 * tables of pipes, inline links and images.
 */
export interface Section {
	level: number;
	title: string;
	/** Everything up to the next heading, without fenced code. */
	text: string;
	/** Without the fences and the language. */
	codeBlocks: string[];
	/** Tables → rows (the header first, without the line of dashes) → cells. */
	tables: string[][][];
}

function cellsOf(line: string): string[] {
	return line
		.trim()
		.replace(/^\||\|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim());
}

function tablesOf(text: string): string[][][] {
	const blocks = text.match(/(?:^\|.*$\n?)+/gm) ?? [];
	return blocks.map((block) => {
		const [header = '', , ...rows] = block.trim().split('\n');
		return [header, ...rows].map(cellsOf);
	});
}

/** @param markdown a file that begins with a heading */
export function sectionsOf(markdown: string): Section[] {
	const fence = /^```\w*\n([\s\S]*?)^```$/gm;
	const fenced = [...markdown.matchAll(fence)].map(([, code = '']) => code);
	let block = 0;
	// A line of shell comment in fenced code looks like a heading, so each block leaves only its number behind.
	const numbered = markdown.replace(fence, () => `\0${block++}\0`);
	return numbered
		.split(/^(?=#{1,6} )/m)
		.filter((part) => part.startsWith('#'))
		.map((part) => {
			const [heading = '', ...lines] = part.split('\n');
			const body = lines.join('\n');
			const text = body.replace(/\0\d+\0/g, '');
			return {
				level: heading.indexOf(' '),
				title: heading.replace(/^#+ /, ''),
				text,
				codeBlocks: [...body.matchAll(/\0(\d+)\0/g)].map(([, index]) => fenced[Number(index)] ?? ''),
				tables: tablesOf(text),
			};
		});
}

export function codeSpansOf(text: string): string[] {
	return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replace(/\s+/g, ' '));
}

/** Across line breaks, which fall elsewhere in another language. */
export function boldOf(text: string): string[] {
	return [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, bold = '']) => bold.replace(/\s+/g, ' '));
}

/** Targets of links and images, `<img src>` too. */
export function targetsOf(text: string): string[] {
	return [...text.matchAll(/\]\(([^)\s]+)[^)]*\)|<(?:img|a)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(
		([, inline, html]) => inline ?? html ?? '',
	);
}
