import type { INodeExecutionData } from 'n8n-workflow';

import { MANY_ITEMS } from '../output/items';
import { plural } from '../parameters/shown';
import type { Execution } from './execution';

/**
 * Says above the node's output what the run took and what a user should know about its rows: in one hint, since each
 * is a box of its own that pushes the rows down.
 */
export function tellHints<Api>(execution: Execution<Api>): void {
	const { node, operation, tally, rows, redact } = execution;
	const texts = [`${tally.summary()}.`, ...remarks(execution), ...limitRemarks(execution)];
	if (operation.gives === 'report' && rows.length >= MANY_ITEMS)
		// Measured: docs/benchmarks.md, "What n8n's own saving costs".
		texts.push(
			`These are ${plural(rows.length, 'item')}, and n8n keeps and saves every one: to save 200,000 takes it some 360 MB of memory and 1.5 s in which it does nothing else. Set Output to File to avoid that.`,
		);
	node.addExecutionHints({ message: redact(texts.join('\n')), location: 'outputPane' });
}

/** The same for an agent, which sees no hints: one item, where there is something to know about the others. */
export function noteItems<Api>(execution: Execution<Api>): INodeExecutionData[] {
	const { rows, redact } = execution;
	const texts = [...remarks(execution), ...limitRemarks(execution)];
	if (rows.length === 0 && texts.length === 0) texts.push('Nothing was found.');
	return texts.length === 0 ? [] : [{ json: { note: redact(texts.join(' ')) }, pairedItem: { item: 0 } }];
}

function limitRemarks<Api>({ limitsReached }: Execution<Api>): string[] {
	return [...limitsReached].map(
		(limit) =>
			`Stopped at the limit of ${plural(limit, 'row')}; there may be more. Switch on Return All to get everything.`,
	);
}

function remarks<Api>({ tally, once: { repeats } }: Execution<Api>): string[] {
	if (repeats === 0) return tally.told;
	const asked = `${plural(repeats, 'input item')} asked for exactly the same as one before, so that was loaded once and is linked to the first of them: expressions such as $('Node').item lead from its rows to that one.`;
	return [...tally.told, asked];
}
