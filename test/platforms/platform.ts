import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { MatrixPart, Write } from '../faults/model';
import type { Decoder } from '../fuzz/decoders/decoder';
import type { HostPart } from '../host/support/host-part';
import type { LoggedRequest, Sandbox } from '../sandbox';
import type { Origins, Platform as Service } from '../sandbox/frame/platform';
import type { LoadedNode, LoadedTrigger } from './loaded-node';
import type { Occurrence } from './occurrence';

/** What needs the sources of its node. */
export interface Sources {
	readonly node: LoadedNode;
	/** What waits for the platform's occurrences. */
	readonly trigger?: LoadedTrigger;
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
	/** 1,000 campaigns, and no waiting. */
	readonly thousand?: Partial<Options>;
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

/** A request that a document of the platform shows, and what the node sends for it. */
export interface DocumentedRequest {
	/** Method and address, as it stands there. */
	readonly shown: string;
	/** JSON, or the fields of a form. */
	readonly body?: Readonly<Record<string, unknown>>;
	/** What gets the node to send it. */
	readonly parameters: INodeParameters;
	/** Of these, what is worth a word. */
	readonly with?: string;
	/** What leaves otherwise: another method, parameters and fields beside those shown or in place of them. */
	readonly leaves?: {
		readonly method?: string;
		readonly query?: Readonly<Record<string, string | undefined>>;
		readonly body?: Readonly<Record<string, unknown>>;
	};
	/** Why, in a sentence. */
	readonly because?: string;
	/** Over the credential that belongs to all of them. */
	readonly credential?: IDataObject;
}

/** All requests that a document shows. */
export interface Documented {
	readonly document: string;
	readonly credential: IDataObject;
	/** Of every request; names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly requests: readonly DocumentedRequest[];
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
	/** docs/ has a page with its title, which lists its operations, and the README a line. */
	readonly isInReadme: boolean;
	/** As saved workflows name its node. */
	readonly type: string;
	readonly credentialType: string;
	/** Of accounts that n8n connects, on platforms that have it. */
	readonly oAuth2CredentialType?: string;
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
	/** What people have said of themselves; it may show in rows and nowhere else. */
	personal?(sandbox: Sandbox): readonly string[];
	/** An account whose token is this text, and whose answers lead to another server where they hold links. */
	readonly withToken?: (token: string, elsewhere: string) => Partial<Options>;

	/** By service, as the log of requests names it. */
	readonly requests: Readonly<Record<string, AllowedRequests>>;
	/** What else is wrong about a request. */
	requestProblems?(request: LoggedRequest): string[];
	readonly injections?: (value: string) => Injections;

	/**
	 * By `resource.operation`, what an operation needs beyond its defaults to give rows, where no run of the matrix or of
	 * the writes says it. For the schemas that the editor shows before the first run.
	 */
	readonly samples?: (sandbox: Sandbox) => Readonly<Record<string, INodeParameters>>;

	/** The documents that the node was made from. */
	readonly documented?: readonly Documented[];

	/** An operation whose rows never change, for runs by the thousand. */
	readonly steady: (sandbox: Sandbox) => INodeParameters;
	readonly bench?: BenchRun;
	readonly matrix?: MatrixPart;
	readonly writes?: readonly Write[];
	/** Every event of its trigger node, whose type is that of the node with Trigger behind it. */
	readonly occurrences?: readonly Occurrence[];
	/** One of them that looks at every object, and an account with so many. */
	readonly crowd?: { readonly event: string; readonly account: (objects: number) => Partial<Options> };
	readonly host?: HostPart;
}

/** An id as a resource locator holds it. */
export function byId(id: unknown): INodeParameters {
	return { __rl: true, mode: 'id', value: String(id) };
}
