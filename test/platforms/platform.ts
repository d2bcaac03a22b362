import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { MatrixPart, Write } from '../faults/model';
import type { Decoder } from '../fuzz/decoders/decoder';
import type { HostPart } from '../host/support/host-part';
import type { LoggedRequest, Sandbox } from '../sandbox';
import type { Origins, Platform as Service } from '../sandbox/frame/platform';
import type { LoadedNode } from './loaded-node';

/** What needs the sources of its node. */
export interface Sources {
	readonly node: LoadedNode;
	/** What reads its answers, beside a simple reading of the same bytes. */
	readonly decoders?: readonly Decoder[];
}

/** Options of a platform's sandbox, for the tests that run all platforms. */
export interface Accounts<Options> {
	/** Some of everything, jobs that are done at the first look, no budget. */
	readonly quick: Partial<Options>;
	/** For the demo, where it is not as it is by default. */
	readonly demo?: Partial<Options>;
	/** For the workflows of examples/ in a whole n8n: lists of more than one page, and no waiting. */
	readonly examples?: Partial<Options>;
}

/** Where requests may go, and under which names they may say something. */
export interface AllowedRequests {
	readonly paths: RegExp;
	readonly queryNames: RegExp;
	/** In lower case, besides those that every client sends. */
	readonly headers?: readonly string[];
}

/** Values in which a client could stumble over characters of addresses and headers. */
export interface Injections {
	/** Nothing may be sent for them. */
	readonly refused: readonly INodeParameters[];
	/** What is sent for them has to be a request as the node means it. */
	readonly sent: readonly INodeParameters[];
}

/** A run of the benchmarks, on answers of the sandbox that were kept. */
export interface BenchRun {
	readonly name: string;
	/** How many requests it takes. */
	readonly note: string;
	readonly account: object;
	readonly parameters: (sandbox: Sandbox) => IDataObject;
	/** Over those, so that the code is loaded before anything is measured. */
	readonly warmUp: IDataObject;
}

/**
 * All that tests outside of a platform's own folders know of it. What is optional is left out by a platform that has no
 * such thing.
 */
export interface TestPlatform<
	Key extends string = string,
	Options extends object = object,
	Window extends object = object,
> {
	/** Of the sandbox, `sandbox[key]`, and the name of its API in the log of requests. */
	readonly key: Key;
	/** As users call it; its node's name in workflows of tests. */
	readonly title: string;
	/** The READMEs have a chapter with its title, which lists its operations. */
	readonly isInReadme: boolean;
	/** As saved workflows name its node. */
	readonly type: string;
	readonly credentialType: string;
	/** Loaded by the tests that need them: many more start the sandbox. */
	sources(): Sources;

	/** Its part of the sandbox. `origins` are known once it listens. */
	create(
		options: Partial<Options>,
		now: () => number,
		origins: Origins,
	): { readonly services: readonly Service[]; readonly sandbox: Window };
	readonly accounts: Accounts<Options>;

	/** A credential that leads to the sandbox and needs nothing else. */
	credential(sandbox: Sandbox): IDataObject;
	/** The id and name of that credential in an n8n with the workflows of examples/. */
	readonly stored: { readonly id: string; readonly name: string };
	/** Credentials of other accounts there, which examples name by their id. */
	otherCredentials?(sandbox: Sandbox): readonly { id: string; name: string; data: IDataObject }[];
	/** The fields of the dialog for a person at `npm run sandbox`. */
	shown(sandbox: Sandbox): Readonly<Record<string, string>>;
	/** Values that may show nowhere. */
	secrets(sandbox: Sandbox): readonly string[];
	/** An account whose token is this text, and whose answers lead to another server where they hold links. */
	readonly withToken?: (token: string, elsewhere: string) => Partial<Options>;

	/** By service, as the log of requests names it. */
	readonly requests: Readonly<Record<string, AllowedRequests>>;
	/** What else is wrong about a request. */
	requestProblems?(request: LoggedRequest): string[];
	readonly injections?: (value: string) => Injections;

	/** An operation whose rows never change, for runs by the thousand. */
	readonly steady: (sandbox: Sandbox) => INodeParameters;
	readonly bench?: BenchRun;
	readonly matrix?: MatrixPart;
	readonly writes?: readonly Write[];
	readonly host?: HostPart;
}

/** An id as a resource locator holds it. */
export function byId(id: unknown): INodeParameters {
	return { __rl: true, mode: 'id', value: String(id) };
}
