import type { FormFile } from '../../../connector/client';
import { Turns } from '../../../connector/rows';
import type { InputFile } from '../../shared/operations/input-file';
import type { Run } from '../../shared/operations/run';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { shown } from '../../shared/parameters/shown';

/** A line as it is sent, '' for nothing to send; or what stands there and cannot be sent. */
export type Line = string | UnfitLine;

export interface UnfitLine {
	readonly given: string;
	/** In the platform's words where it has some (sheet 3.12). */
	readonly code: string;
}

/** Lines of input items or of a file. They are read once to be counted and once for each time that they are sent. */
export interface Source {
	/** What a line of it is: "input item" or "line". */
	readonly one: string;
	/** Several at a time, from the first one on. */
	readonly lines: () => AsyncIterable<readonly Line[]>;
}

const ITEMS_AT_ONCE = 1000;

export function linesOfItems(
	{ inputs, signal }: Pick<Run<unknown>, 'inputs' | 'signal'>,
	toLine: (json: Readonly<Record<string, unknown>>) => Line,
): Source {
	async function* lines() {
		const turns = new Turns(signal);
		for (let start = 0; start < inputs.length; start += ITEMS_AT_ONCE) {
			yield inputs.slice(start, start + ITEMS_AT_ONCE).map(({ json }) => toLine(json));
			if (turns.isOver) await turns.next();
		}
	}
	return { one: 'input item', lines };
}

/** @param displayName of the parameter that names the file */
export function linesOfFile(
	{ open, fileName }: InputFile,
	displayName: string,
	{ signal }: Pick<Run<unknown>, 'signal'>,
	toLine: (text: string) => Line,
): Source {
	async function* lines() {
		const turns = new Turns(signal);
		const decoder = new TextDecoder('utf-8', { fatal: true });
		const decoded = (bytes?: Uint8Array) => {
			try {
				return decoder.decode(bytes, { stream: bytes !== undefined });
			} catch {
				throw new ParameterError(
					displayName,
					`The file ${shown(fileName)} in ${displayName} is no UTF-8 text.`,
					'Save it as CSV in UTF-8.',
				);
			}
		};
		let rest = '';
		for await (const chunk of await open()) {
			const texts = (rest + decoded(chunk)).split('\n');
			rest = texts.pop() ?? '';
			yield texts.map((text) => toLine(text.trim()));
			if (turns.isOver) await turns.next();
		}
		rest += decoded();
		if (rest !== '') yield [toLine(rest.trim())];
	}
	return { one: 'line', lines };
}

/** A line that was refused, as a row; in items, their place counts from 1 too. */
export type RefusedLine = Readonly<Record<'line_number' | 'line' | 'error_code', unknown>>;

/** What is in a source. */
export interface Survey {
	/** Those that are sent, and their bytes. */
	readonly lines: number;
	readonly bytes: number;
	readonly empty: number;
	readonly unfit: readonly (RefusedLine & { readonly line_number: number })[];
	/** The place in the source of a line by its place among those that are sent. */
	readonly placeOf: (sent: number) => number;
}

export async function surveyOf(source: Source): Promise<Survey> {
	const counted = { lines: 0, bytes: 0, empty: 0 };
	const unfit: { line_number: number; line: string; error_code: string }[] = [];
	const left: number[] = [];
	let place = 0;
	for await (const lines of source.lines())
		for (const line of lines) {
			place += 1;
			if (isSent(line)) {
				counted.lines += 1;
				counted.bytes += Buffer.byteLength(line) + LINE_END.length;
				continue;
			}
			left.push(place);
			if (typeof line === 'string') counted.empty += 1;
			else unfit.push({ line_number: place, line: line.given, error_code: line.code });
		}
	return { ...counted, unfit, placeOf: (sent) => sent + leftBefore(left, sent) };
}

/** How many were left out before the one that was sent as the so manieth. */
function leftBefore(left: readonly number[], sent: number): number {
	let [low, high] = [0, left.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((left[middle] ?? 0) - middle <= sent) low = middle + 1;
		else high = middle;
	}
	return low;
}

const LINE_END = '\n';

function isSent(line: Line): line is string {
	return typeof line === 'string' && line !== '';
}

/** The lines as a part of a form, made while they are sent. @param name of the part */
export function fileOfLines(name: string, { lines }: Source, { bytes }: Survey): FormFile {
	async function* chunks() {
		for await (const some of lines()) {
			const sent = some.filter(isSent);
			if (sent.length > 0) yield Buffer.from(sent.join(LINE_END) + LINE_END);
		}
	}
	return {
		name,
		fileName: 'list.csv',
		contentType: 'text/csv',
		bytes,
		open: async () => Promise.resolve(chunks()),
	};
}
