import type { IDataObject } from 'n8n-workflow';

import { ODD } from '../../sandbox/frame/faults/records';
import { expectationOf, leak, wrongError, wrongRequests, type Evidence } from '../judge';
import type { Cell, Expectation } from '../model';
import { difference, fingerprints } from '../rows';
import type { PollOutcome } from './poll-bench';
import type { WatchedEvent } from './watched-event';

/** What n8n gives a poll. */
const BUDGET_MS = 300_000;

/** A poll that ends in a long list says that the next one goes on there. */
const GOES_ON = 'looked at by the next poll';

export interface PollEvidence extends Pick<
	Evidence,
	'struck' | 'credentialForms' | 'elsewhere' | 'secrets' | 'personal'
> {
	readonly pausesLong: boolean;
	/** What there is to tell. */
	readonly truth: readonly string[];
	readonly memoryBefore: string;
	readonly memoryAfter: string;
	/** The polls on the platform that is well again. */
	readonly later: readonly PollOutcome[];
}

/** @returns what is wrong with a poll that was struck and those after it, undefined where everything is right */
export function judgePoll(
	cell: Cell<WatchedEvent>,
	outcome: PollOutcome,
	evidence: PollEvidence,
): string | undefined {
	const [first, ...others] = evidence.struck;
	if (first === undefined) return 'the fault never struck';
	if (outcome.received.some(({ status }) => status === 501)) return 'the fault has no meaning there';
	const sooner = expectationOf(cell, first, others);
	const mayGiveUp = evidence.pausesLong && cell.fault.group === 'asked to wait' && sooner.rows === 'all';
	const expectation: Expectation = mayGiveUp
		? { ...sooner, rows: 'either', kinds: ['rate-limited'] }
		: sooner;
	const { secrets, personal } = evidence;
	const kept = { ...outcome, logs: [...outcome.logs, evidence.memoryAfter] };
	if (outcome.tookMs > BUDGET_MS) return `it took ${outcome.tookMs} ms`;
	return (
		leak(kept, evidence) ??
		evidence.later
			.map((one) => leak(one, { secrets, personal, elsewhere: [] }))
			.find((one) => one !== undefined) ??
		wrongRequests(cell, outcome, evidence, expectation, first) ??
		(outcome.error === undefined
			? unnoticed(outcome, expectation)
			: wrongEnd(outcome, evidence, expectation)) ??
		wrongItems(cell, outcome, evidence)
	);
}

function wrongEnd(
	outcome: PollOutcome,
	{ memoryBefore, memoryAfter }: PollEvidence,
	expectation: Expectation,
): string | undefined {
	if (memoryAfter !== memoryBefore) return `a poll that failed remembers: ${memoryAfter.slice(0, 300)}`;
	return wrongError(outcome, expectation);
}

function unnoticed({ logs }: PollOutcome, { rows, told }: Expectation): string | undefined {
	if (rows !== 'none') return undefined;
	const isTold = logs.some((log) => log.includes(GOES_ON) || told?.test(log) === true);
	return isTold ? undefined : 'nobody noticed';
}

/** Each event is told once, by this poll or by those after it. */
function wrongItems(
	{ fault }: Cell,
	{ rows }: PollOutcome,
	{ later, truth }: PollEvidence,
): string | undefined {
	const failed = later.find(({ error }) => error !== undefined);
	if (failed !== undefined) return `a later poll failed: ${String(failed.error)}`;
	const all = [rows, ...later.map((one) => one.rows)].flat();
	if (fault.group !== 'records') return wrong(difference(fingerprints(all), truth));
	// What a platform says of an object is told, and so is what it says of it next.
	const isOdd = (item: IDataObject) => JSON.stringify(item).includes(ODD);
	const plain = all.filter((item) => !isOdd(item));
	const missing = truth.length - plain.length;
	const isStandIn = missing >= 0 && missing <= all.filter(isOdd).length;
	const found = fingerprints(plain).filter((item) => truth.includes(item));
	return isStandIn && new Set(found).size === plain.length
		? undefined
		: wrong(difference(fingerprints(all), truth));
}

function wrong(found: string | undefined): string | undefined {
	return found && `in all polls: ${found}`;
}
