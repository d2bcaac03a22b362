import type { IDataObject } from 'n8n-workflow';

import type { TestPlatform } from '../../platforms/platform';

/** An answer that a node reads as a whole, of any length. */
export interface LongAnswer {
	/** A part of its address. */
	readonly name: string;
	readonly title: string;
	readonly platform: Pick<TestPlatform, 'type' | 'credentialType' | 'title'>;
	/** Of the credential, without its address. */
	readonly credential: IDataObject;
	/** What the node is asked for, where the answer has so many rows. */
	readonly parameters: (rows: number) => IDataObject;
	/** Its rows, from small to as many as fit into 64 MB; the last of them is stopped in its middle. */
	readonly sizes: readonly number[];
	readonly contentType?: string;
	/** The answer itself. */
	readonly text: (rows: number) => string;
	/** What the node asks for on its way there, by the end of the path. */
	readonly before?: Readonly<Record<string, object>>;
	/** What a loop without a node makes of the text: the same rows, as plain as can be. */
	readonly rowsOf: (text: string) => readonly unknown[];
}

/** A list as text, one entry at a time, so that no answer is there twice as objects. */
export function listOf(rows: number, entry: (index: number) => string, separator = ','): string {
	return Array.from({ length: rows }, (_none, index) => entry(index)).join(separator);
}

/** Calendar day so many days ago. */
export function ago(days: number): string {
	return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
