import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { ErrorKind } from '../../connector/errors';
import type { TestPlatform } from '../platforms/platform';
import type { Fault, LoggedRequest, Sandbox } from '../sandbox';

/** What a request is for, which decides what its loss may cost. */
export type Role =
	/** Can be repeated at will. */
	| 'read'
	/** Starts a job, so it goes out once unless it was refused. */
	| 'order'
	/** Asks after a job. */
	| 'poll'
	/** Fetches a file from another origin. */
	| 'download';

/** What is put under faults. */
export interface Subject {
	/** `resource.operation`, and what is special about the parameters; `poll.event` of a trigger. */
	readonly name: string;
	/** It has On Slice Failure. */
	readonly slices?: boolean;
	/** Its objects are read one by one, so that an odd one is a failed slice of its own. */
	readonly failsAlone?: boolean;
	/** Its pages say nothing of what follows; what they lack is told in a hint like this. */
	readonly lacks?: RegExp;
	/**
	 * Columns that other requests than those for the rows are for. Where one of them failed and a hint says so, they are
	 * empty, and the rows are all there; so what is final there ends nothing, and the next request goes out.
	 */
	readonly lookUps?: {
		readonly columns: readonly string[];
		readonly told: RegExp;
		/** How many of those requests come one after the other. */
		readonly inARow: number;
	};
	/** Several requests are under way at a time, so that which of them is struck may differ from run to run. */
	readonly concurrent?: boolean;
	/** Faults that mean something else here, by their names or groups. */
	readonly except?: readonly string[];
}

/** One operation that gives rows, with parameters that make it send as many requests as its kind allows. */
export interface Operation extends Subject {
	readonly parameters: (sandbox: Sandbox) => INodeParameters;
	/** All rows that there are, by the sandbox's own account; what only a run can tell is taken from one. */
	readonly truth: ((sandbox: Sandbox) => Iterable<object> | Promise<Iterable<object>>) | 'undisturbed run';
}

/** Which requests a fault that only the platform can play has a meaning for. */
export interface Pattern {
	readonly path: RegExp;
	/** Absent: any. */
	readonly method?: 'GET' | 'POST';
}

/** What the matrix needs to know of a platform. */
export interface MatrixPart {
	/** Options of its sandbox: more than one page of everything, and not much more. */
	readonly account: object;
	/** The same for polls, whose pages are as long as the platform allows. */
	readonly watchedAccount?: object;
	readonly roleOf: (request: Pick<LoggedRequest, 'method' | 'path' | 'platform'>) => Role;
	/** Where lists are asked for that have pages. */
	readonly pages: Pattern;
	/** Of a request there; undefined where it asks for no page after all. */
	readonly pageOf: (request: LoggedRequest) => 'first' | 'later' | undefined;
	/** Lists that say how many objects there are. */
	readonly countedPages?: Pattern;
	/** Those of them that the sandbox can change meanwhile. */
	readonly changingPages?: Pattern;
	/** Reports that say how many rows there are. */
	readonly countedReports?: Pattern;
	/** Whose answers have the rows of a job as a whole; absent where they come as a stream. */
	readonly wholeJobs?: Role;
	/** Pages are asked for by a cursor. */
	readonly hasCursors: boolean;
	/** Where jobs are ordered; absent where there are none. */
	readonly orders?: Pattern;
	/** States that a job ends in without a result; none where jobs have no states. */
	readonly jobStates: readonly string[];
	/** After a 429 without Retry-After it wants a pause that is longer than a poll may last. */
	readonly pausesLong?: true;
	/** Forms that a refused credential is tried in before it is an error; 1 unless given. */
	readonly credentialForms?: number;
	/** A refusal in the platform's own form; `undefined`: as the sandbox has it. */
	readonly refusalBody: string | undefined;
	readonly operations: readonly Operation[];
}

/** One operation that changes something, with parameters that the platform takes. */
export interface Write {
	readonly name: string;
	readonly parameters: (sandbox: Sandbox) => INodeParameters;
	/** Items that it is given, where one empty item is not enough. */
	readonly input?: INodeExecutionData[];
	/** Where the change itself is sent, if something is read before it. */
	readonly path?: RegExp;
	/** A 429 in no known form proves nothing about it, so it is not repeated. */
	readonly needsProof?: true;
	/** How many changes of this kind the platform has made since it was reset. */
	readonly made: (sandbox: Sandbox) => number;
}

/** A platform that has cells in the matrix. */
export interface PlatformUnderTest extends MatrixPart {
	readonly of: TestPlatform;
}

export type Lasting = 'once' | 'for good';
export type Position = 'first' | 'middle' | 'last';
export type Mode = 'stop' | 'continue';

export interface Expectation {
	/** `all`: it has to be survived. `none`: it has to be an error. `either`: the one or the other, nothing between. */
	readonly rows: 'all' | 'none' | 'either';
	/** Of the error, or of failed slices. */
	readonly kinds: readonly ErrorKind[];
	/** Other rows than all are right where a hint says this. */
	readonly told?: RegExp;
	/** Besides, a row that has this text in it may stand in place of one that there is. */
	readonly spoilt?: string;
	/** Of an error, in the message. */
	readonly said?: RegExp;
	/** Of an error, in what is to be done. */
	readonly advice?: RegExp;
	/** The error is final: nothing is sent after it. */
	readonly isLast?: boolean;
}

/** What a fault needs to know of the place where it strikes. */
export interface Scene {
	/** Another server, which must never see a credential. */
	readonly elsewhere: string;
	/** Milliseconds. */
	readonly now: () => number;
	/** Of the credential. */
	readonly secrets: readonly string[];
	readonly platform: PlatformUnderTest;
}

/** Another port takes the request: nobody listens there, or somebody whose certificate nobody vouches for. */
export type Diversion = 'refuse' | 'foreign certificate';

export interface FaultEntry {
	readonly name: string;
	readonly group:
		| 'status'
		| 'asked to wait'
		| 'refusal'
		| 'connection'
		| 'time'
		| 'content'
		| 'hostile'
		| 'size'
		| 'envelope'
		| 'records'
		| 'pages'
		| 'counts'
		| 'jobs';
	/** Functions give faults of the sandbox. */
	readonly strike: Diversion | ((scene: Scene) => Fault);
	/** Without: any request. */
	readonly pattern?: (platform: PlatformUnderTest) => Pattern | undefined;
	/** Which of the requests that fit the pattern it can strike. */
	readonly canStrike?: (request: LoggedRequest, platform: PlatformUnderTest) => boolean;
	readonly lasting: readonly Lasting[];
	/** Real milliseconds in place of the node's, for requests that are struck. */
	readonly timeouts?: { readonly idleMs: number; readonly wholeMs: number };
	/** Options of the node, so that what lasts for hours is over soon. */
	readonly options?: INodeParameters;
	readonly expect: (role: Role, lasting: Lasting) => Expectation;
	/** The next request may not come earlier than this many milliseconds after the struck one. */
	readonly waitMs?: (role: Role) => number;
}

/** One request of an operation, or of a poll, under one fault. */
export interface Cell<Of extends Subject = Subject> {
	readonly operation: Of;
	readonly fault: FaultEntry;
	readonly position: Position;
	readonly lasting: Lasting;
	readonly mode: Mode;
	/** Index of the struck request among all of the run. */
	readonly index: number;
	/** How many requests that fit the fault's pattern come before it. */
	readonly skip: number;
}
