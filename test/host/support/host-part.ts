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

/** A report with all that its node wants to be told; what is left out is as the node has it. */
export interface Load {
	/** Its operation. */
	readonly name: string;
	readonly parameters: (sandbox: Sandbox) => INodeParameters;
	/** More rows than a limit lets through. */
	readonly truth: (sandbox: Sandbox, days: { dateFrom: string; dateTo: string }) => Iterable<object>;
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
	/** Each of its reports. */
	readonly loads: readonly Load[];
	readonly scene: Scene;
	/** An account that the scene is over soon on. */
	readonly sceneAccount?: object;
	/** What people type in the node panel to find the node first. */
	readonly searchWords: readonly string[];
	readonly switches: readonly Switch[];
}

/** A choice of one operation that must not be carried along to another one. */
export interface Switch {
	/** Of the operation, with the choice among them. */
	readonly parameters: INodeParameters;
	readonly from: string;
	/** Entries of Resource, where it changes, and of Operation. */
	readonly resource?: string;
	readonly operation: string;
	/** What is like `from` there. */
	readonly to: string;
	/** As the editor shows the choice. */
	readonly choice: string;
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
