import { switchOn } from '../run-cell';
import type { Cell } from '../model';
import { roleOfSent } from '../run-cell';
import type { Tampering } from '../tampered-transport';
import { judgePoll } from './judge-poll';
import type { PollBench, PollOutcome } from './poll-bench';
import type { WatchedEvent } from './watched-event';

const MINUTE_MS = 60_000;

/** Everything is looked at anew after an hour. */
const HOUR_MS = 61 * MINUTE_MS;

/** Up to the poll that is struck: something was told already, and something more has happened. */
export async function begin(
	bench: PollBench,
	event: WatchedEvent,
): Promise<{ first: PollOutcome; second: PollOutcome }> {
	bench.reset();
	const first = await bench.poll(event);
	bench.store();
	bench.clock.advance(MINUTE_MS);
	bench.happen(event, event.occurrence.morePages);
	const second = await bench.poll(event);
	bench.clock.advance(HOUR_MS);
	bench.happen(event);
	return { first, second };
}

/** Strikes a poll and judges it and those after it. @returns what is wrong, undefined where everything is right */
export async function runPoll(
	bench: PollBench,
	cell: Cell<WatchedEvent>,
	truth: readonly string[],
): Promise<string | undefined> {
	const { operation: event, fault, lasting, index } = cell;
	await begin(bench, event);
	const { platform, sandbox, clock, secrets } = bench;
	const memoryBefore = JSON.stringify(bench.memory);
	const divert = typeof fault.strike === 'string' ? bench.diversions[fault.strike] : undefined;
	if (typeof fault.strike !== 'string') switchOn(bench, cell, fault.strike, clock);
	const strikes = (at: number) => (lasting === 'once' ? at === index : at >= index);
	const tampering: Tampering = { strikes, divert, timeouts: fault.timeouts };
	const outcome = await bench.poll(event, fault.options, tampering);
	const memoryAfter = JSON.stringify(bench.memory);
	const struck =
		divert !== undefined || fault.timeouts !== undefined
			? outcome.sent.filter((_sent, at) => strikes(at)).map((sent) => roleOfSent(bench, sent))
			: outcome.received.filter(({ fault }) => fault !== undefined).map(platform.roleOf);
	sandbox.faults.clear();
	const later: PollOutcome[] = [];
	for (let poll = 0; poll < 3; poll++) {
		clock.advance(MINUTE_MS);
		const next = await bench.poll(event);
		if (isTomorrow(next.error)) bench.restart();
		else later.push(next);
	}
	const elsewhere = [...bench.otherServer.received, ...bench.foreignServer.received];
	const { credentialForms = 1, pausesLong = false } = platform;
	const evidence = {
		pausesLong,
		struck,
		truth,
		memoryBefore,
		memoryAfter,
		later,
		credentialForms,
		elsewhere,
		secrets,
		personal: bench.personal,
	};
	return judgePoll(cell, outcome, evidence);
}

/** Only the process knows then that nobody may ask today, so that a new one does. */
function isTomorrow(error: unknown): boolean {
	return (error as { context?: { kind?: unknown } } | undefined)?.context?.kind === 'quota-exhausted';
}
