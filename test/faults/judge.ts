import { NodeApiError, NodeOperationError, type IDataObject } from 'n8n-workflow';

import { secretIn } from '../support/secrets';
import type { Cell, Expectation, Role } from './model';
import { difference, fingerprints, without } from './rows';
import type { Outcome } from './workbench';

/** Nobody reads more; the platform's own words are at most 300 of them. */
const LONGEST_MESSAGE = 1000;

export interface Evidence {
	/** What the requests were for that the fault struck. */
	readonly struck: readonly Role[];
	readonly truth: readonly string[];
	/** How many orders there may be: one per slice. */
	readonly mostOrders: number;
	/** Rows of the failed slices, loaded again; a text where that was not possible. */
	readonly reloaded: readonly string[] | string;
	/** The struck request and all that may follow it before a refused credential is an error. */
	readonly credentialForms: number;
	/** What another server was sent. */
	readonly elsewhere: readonly string[];
	readonly secrets: readonly string[];
	/** What people have said of themselves. */
	readonly personal: readonly string[];
}

/** @returns what is wrong with an outcome, undefined where everything is right */
export function judge(cell: Cell, outcome: Outcome, evidence: Evidence): string | undefined {
	const [first, ...others] = evidence.struck;
	if (first === undefined) return 'the fault never struck';
	if (outcome.received.some(({ status }) => status === 501)) return 'the fault has no meaning there';
	const expectation = expectationOf(cell, first, others);
	return (
		leak(outcome, evidence) ??
		wrongRequests(cell, outcome, evidence, expectation, first) ??
		wrongOrders(outcome, evidence) ??
		(outcome.error === undefined
			? wrongRows(cell, outcome, evidence, expectation)
			: wrongError(outcome, expectation))
	);
}

/** Of the request struck first; where the fault stays, errors may also be those of the requests behind it. */
export function expectationOf(
	{ operation, fault, lasting }: Cell,
	first: Role,
	others: readonly Role[],
): Expectation {
	const { lacks } = operation;
	const plain = fault.expect(first, lasting);
	const isTold = lacks !== undefined && fault.group === 'pages' && plain.told === undefined;
	const expectation: Expectation = isTold ? { ...plain, rows: 'either', told: lacks } : plain;
	const behind = [...new Set(others)].map((role) => fault.expect(role, lasting));
	const kinds = behind.flatMap((one) => one.kinds);
	const said = behind.every((one) => one.said !== undefined) ? expectation.said : undefined;
	return { ...expectation, said, kinds: [...expectation.kinds, ...kinds] };
}

export function leak(
	outcome: Outcome,
	{ secrets, personal, elsewhere }: Pick<Evidence, 'secrets' | 'personal' | 'elsewhere'>,
): string | undefined {
	const { error, hints, logs, rows, failedSlices } = outcome;
	const told = [String(error), stackOf(error), JSON.stringify([error, hints, logs, rows, failedSlices])];
	const secret = told.find((text) => secretIn(text, secrets));
	if (secret !== undefined) return `a secret shows in: ${secret.slice(0, 300)}`;
	// Rows are what people are asked for.
	const aside = [String(error), stackOf(error), JSON.stringify([error, hints, logs, failedSlices])].join(
		'\n',
	);
	const said = personal.find((value) => aside.includes(value));
	if (said !== undefined) return `what a person said shows beside the rows: ${said}`;
	const isSent = elsewhere.some((request) => secretIn(request, secrets));
	return isSent ? 'another server was sent the credential' : undefined;
}

export function wrongRequests(
	{ operation, fault, index, mode }: Cell,
	{ sent, error }: Outcome,
	{ credentialForms }: Pick<Evidence, 'credentialForms'>,
	{ isLast, kinds }: Expectation,
	role: Role,
): string | undefined {
	if (operation.concurrent !== true) {
		const earliest = (sent[index]?.at ?? 0) + (fault.waitMs?.(role) ?? 0);
		const next = sent[index + 1];
		if (next !== undefined && next.at < earliest)
			return `the next request came ${earliest - next.at} ms before it was allowed`;
		const isOver = isLast === true && mode === 'stop' && error !== undefined;
		const mostTries = kinds.includes('credential-invalid') ? credentialForms : 1;
		const after = sent.length - index - mostTries;
		if (isOver && after > (operation.lookUps?.inARow ?? 0)) return `${after} requests after a final error`;
	}
	return undefined;
}

/** Refused before anything was made: for coming too early, or with a credential in the wrong form. */
const NOT_TAKEN: ReadonlySet<number | undefined> = new Set([401, 429]);

/** Orders of reports that may have been taken. */
export function ordersIn(received: Outcome['received']): string[] {
	return received
		.filter(
			({ method, status, path }) => method === 'POST' && !NOT_TAKEN.has(status) && !path.startsWith('/v1/'),
		)
		.map(({ path, body }) => JSON.stringify([path, body]));
}

function wrongOrders({ received }: Outcome, { mostOrders }: Evidence): string | undefined {
	const orders = ordersIn(received);
	if (new Set(orders).size < orders.length) return 'a report was ordered twice';
	return orders.length > mostOrders ? `${orders.length} orders where ${mostOrders} are enough` : undefined;
}

function wrongRows(
	{ operation, fault }: Cell,
	{ rows, failedSlices, hints }: Outcome,
	{ truth, reloaded }: Evidence,
	{ rows: expected, kinds, told, said, spoilt }: Expectation,
): string | undefined {
	const wrongKind = failedSlices.find(({ error }) => !kinds.some((kind) => kind === kindIn(error)));
	if (wrongKind !== undefined) return `a slice failed with ${JSON.stringify(wrongKind.error)}`;
	const silent = failedSlices.find(
		({ error }) => said?.test(String((error as IDataObject).message)) === false,
	);
	if (silent !== undefined) return `the platform's words are missing: ${JSON.stringify(silent.error)}`;
	const wide = failedSlices.find(({ campaignIds }) => (campaignIds as unknown[] | undefined)?.length !== 1);
	if (operation.failsAlone === true && fault.group === 'records' && wide !== undefined)
		return `more than the odd object failed: ${JSON.stringify(wide.error)}`;
	if (typeof reloaded === 'string') return reloaded;
	if (failedSlices.length > 0 && expected === 'all') return `${failedSlices.length} slices failed`;
	const all = [...fingerprints(rows), ...reloaded];
	const { lookUps } = operation;
	if (lookUps !== undefined && hints.some((hint) => lookUps.told.test(hint))) {
		const lost = difference(without(lookUps.columns, all), without(lookUps.columns, truth), spoilt);
		return lost === undefined ? undefined : `besides what was looked up: ${lost}`;
	}
	const found = difference(all, truth, spoilt);
	if (told !== undefined && hints.some((hint) => told.test(hint))) return undefined;
	if (found !== undefined) return `without a word: ${found}`;
	if (failedSlices.length === 0 && expected === 'none') return 'nobody noticed';
	return undefined;
}

function kindIn(error: IDataObject[string]): unknown {
	return (error as IDataObject | undefined)?.kind;
}

export function wrongError(
	{ error }: Outcome,
	{ rows, kinds, said, advice }: Expectation,
): string | undefined {
	if (!(error instanceof NodeApiError || error instanceof NodeOperationError))
		return `an internal error: ${stackOf(error)}`;
	const { message, description, context } = error;
	const what = `${String(context.kind)}: ${message}`;
	if (rows === 'all') return `it should have been survived: ${what}`;
	if (!kinds.some((kind) => kind === context.kind)) return `an error of the wrong kind: ${what}`;
	if (/undefined|NaN|\[object/.test(`${message} ${description ?? ''}`)) return `a broken message: ${message}`;
	if (said?.test(message) === false) return `the platform's words are missing: ${message}`;
	if (message.length > LONGEST_MESSAGE) return `a message of ${message.length} characters: ${message}`;
	if (!description) return `no advice: ${message}`;
	return advice?.test(description) === false ? `other advice: ${description}` : undefined;
}

function stackOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
