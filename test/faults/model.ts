import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ErrorKind } from '../../connector/errors';
import type { Fault, LoggedRequest, Sandbox, SandboxOptions } from '../sandbox';
import type { NodeOfPlatform } from './node-of-platform';

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

/** One operation that gives rows, with parameters that make it send as many requests as its kind allows. */
export interface Operation {
	/** `resource.operation`, and what is special about the parameters. */
	readonly name: string;
	readonly parameters: (sandbox: Sandbox) => INodeParameters;
	/** All rows that there are, by the sandbox's own account. */
	readonly truth: (sandbox: Sandbox) => Iterable<object>;
	/** It has On Slice Failure. */
	readonly slices?: boolean;
}

/** Which requests a fault that only the platform can play has a meaning for. */
export interface Pattern {
	readonly path: RegExp;
	readonly method: 'GET' | 'POST';
}

export interface PlatformUnderTest {
	readonly name: string;
	readonly node: NodeOfPlatform;
	readonly options: SandboxOptions;
	readonly credential: (sandbox: Sandbox) => IDataObject;
	/** Values that may show nowhere. */
	readonly secrets: (sandbox: Sandbox) => readonly string[];
	readonly roleOf: (request: LoggedRequest) => Role;
	/** Where pages are asked for; which of them are not the first ones, `laterPage` says. */
	readonly pages: Pattern;
	readonly laterPage: (request: LoggedRequest) => boolean;
	/** Whether its lists say how many objects there are, so that they can be caught changing. */
	readonly counts: boolean;
	/** States that a job ends in without a result; none where jobs have no states. */
	readonly jobStates: readonly string[];
	/** A refusal in the platform's own form; `undefined`: as the sandbox has it. */
	readonly refusalBody: string | undefined;
	readonly operations: readonly Operation[];
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
	/** The error is final: nothing is sent after it. */
	readonly isLast?: boolean;
}

/** What a fault needs to know of the place where it strikes. */
export interface Scene {
	/** Another server, which must never see a credential. */
	readonly strangerUrl: string;
	/** Milliseconds. */
	readonly now: () => number;
	readonly platform: PlatformUnderTest;
}

export interface FaultEntry {
	readonly name: string;
	readonly group: string;
	/** `refuse`: nobody listens at the port; the others are the sandbox's. */
	readonly strike: 'refuse' | ((scene: Scene) => Fault);
	/** Without: any request. */
	readonly pattern?: (platform: PlatformUnderTest) => Pattern | undefined;
	/** Which of the requests that fit the pattern it can strike. */
	readonly canStrike?: (request: LoggedRequest, platform: PlatformUnderTest) => boolean;
	readonly lasting: readonly Lasting[];
	/** Real milliseconds in place of the node's, for requests that are struck. */
	readonly timeouts?: { readonly idleMs: number; readonly wholeMs: number };
	readonly expect: (role: Role, lasting: Lasting) => Expectation;
	/** The next request may not come earlier than this many milliseconds after the struck one. */
	readonly waitMs?: number;
}

/** One request of an operation under one fault. */
export interface Cell {
	readonly operation: Operation;
	readonly fault: FaultEntry;
	readonly position: Position;
	readonly lasting: Lasting;
	readonly mode: Mode;
	/** Index of the struck request among all of the run. */
	readonly index: number;
	/** How many requests that fit the fault's pattern come before it. */
	readonly skip: number;
	/** Of the struck request, and of all behind it. */
	readonly roles: readonly Role[];
}
