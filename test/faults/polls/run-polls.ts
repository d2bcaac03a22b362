import { cellsOf } from '../cells';
import type { Cell, PlatformUnderTest } from '../model';
import { fingerprints } from '../rows';
import {
	BENCHES,
	chosenFaults,
	runChosen,
	type Choice,
	type Prepared,
	type SubjectResults,
} from '../run-chosen';
import { PollBench } from './poll-bench';
import { begin, runPoll } from './run-poll';
import { watchedEvent, type WatchedEvent } from './watched-event';

interface Watched extends Prepared {
	readonly operation: WatchedEvent;
	readonly cells: readonly Cell<WatchedEvent>[];
	/** What the poll has to tell. */
	readonly truth: readonly string[];
}

/** The same as the matrix of operations for the events of a platform's trigger. */
export async function runPolls(
	platform: PlatformUnderTest,
	choice: Choice = {},
): Promise<readonly SubjectResults[]> {
	const events = (platform.of.occurrences ?? [])
		.map(watchedEvent)
		.filter((event) => choice.operation?.(event) ?? true);
	if (events.length === 0) return [];
	const benches = await Promise.all(Array.from({ length: BENCHES }, async () => PollBench.open(platform)));
	try {
		const prepared: Watched[] = [];
		for (const event of events) prepared.push(await watched(benches[0]!, event, choice));
		return await runChosen(benches, prepared, choice, async (bench, cell, { truth }) =>
			runPoll(bench, cell, truth),
		);
	} finally {
		await Promise.all(benches.map(async (bench) => bench.close()));
	}
}

async function watched(bench: PollBench, event: WatchedEvent, choice: Choice): Promise<Watched> {
	const { first, second } = await begin(bench, event);
	const { rows, received, error } = await bench.poll(event);
	const told = [first, second].map((one) => one.error ?? one.rows.length);
	const counts = [...told, error ?? rows.length].map(String).join(', ');
	const expected = `0, ${event.occurrence.morePages ?? 1}, 1`;
	const cells = chosenFaults(choice).flatMap((fault) => cellsOf(event, fault, bench.platform, received));
	return {
		operation: event,
		undisturbed: counts === expected ? undefined : `polls told ${counts} and not ${expected}`,
		cells,
		truth: fingerprints(rows),
	};
}
