import type { IExecuteFunctions } from 'n8n-workflow';

import type { Redact } from '../../../connector/errors';
import type { Operation } from '../operations/operation';
import { MANY_ITEMS } from '../output/items';
import { plural } from '../parameters/shown';
import { type Tally } from './tally';

/** Says under the node's output what the run took and what a user should know about its rows. */
export function tellHints<Api>(
	node: IExecuteFunctions,
	operation: Operation<Api>,
	tally: Tally,
	items: number,
	redact: Redact,
): void {
	const texts = [`Loaded ${tally.summary()}.`, ...tally.remarks];
	if (operation.gives === 'report' && items >= MANY_ITEMS)
		// Measured: docs/benchmarks.md, "What n8n's own saving costs".
		texts.push(
			`These are ${plural(items, 'item')}, and n8n keeps and saves every one: to save 200,000 takes it some 360 MB of memory and 1.5 s in which it does nothing else. Set Output to File to avoid that.`,
		);
	node.addExecutionHints(
		...texts.map((text) => ({ message: redact(text), location: 'outputPane' as const })),
	);
}
