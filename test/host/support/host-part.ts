import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import type { NodePanel } from '../browser/node-panel';

/** What a person types over the data of a stored credential before "Test". */
export interface TypedCredential {
	readonly name: string;
	/** Of the stored credential. */
	readonly id: string;
	typed?(sandbox: Sandbox): Readonly<Record<string, unknown>>;
	/** Its test is a request of n8n's own, and so are some of the words. */
	readonly isTestedByN8n?: boolean;
}

/** A list of the editor, and what the account has for it. */
export interface List {
	readonly method: string;
	/** What the choices of the list depend on. */
	readonly of?: string;
	parameters?(sandbox: Sandbox): object;
	truth(sandbox: Sandbox): readonly Entry[];
}

export interface Entry {
	readonly id: string;
	/** As the list shows it. */
	readonly name: string;
}

/** A node as it is dropped on the canvas, and what a person then does in its details before running it. */
export interface Scene {
	readonly parameters: INodeParameters;
	/** Fills the parameters from the pickers. @returns the texts that were picked from lists of the account */
	fill(panel: NodePanel): Promise<readonly string[]>;
	/** What such a text looks like. */
	readonly picked: RegExp;
	/** Columns that the run gives, among others. */
	readonly columns: readonly string[];
}

/** What the tests in a whole n8n need to know of a platform. */
export interface HostPart {
	/** An account that takes one kind of credential only. */
	readonly strictAccount?: object;
	readonly accepted: readonly TypedCredential[];
	readonly refused: readonly (TypedCredential & { readonly words: RegExp })[];
	/** More than a page of each list. */
	readonly listsAccount?: object;
	readonly dropdowns: readonly List[];
	/** Of resource locators. */
	readonly searches: readonly List[];
	/** Lists that tests of the platform's own look at. */
	readonly otherLists?: readonly string[];
	/** Entries of one page of a search; ours of a list that came as a whole are 100. */
	readonly pageLength?: number;
	readonly scene: Scene;
}

export function entry(id: unknown, name?: unknown): Entry {
	return {
		id: String(id),
		name: typeof name === 'string' && name !== '' ? `${name} (${String(id)})` : String(id),
	};
}

/** The first entries of a list of several, as a person picks them. */
export async function pickSeveral(panel: NodePanel, parameter: string, count: number): Promise<string[]> {
	const entries = (await panel.entriesOf(parameter)).slice(0, count);
	await panel.chooseSeveral(parameter, entries);
	return entries;
}
