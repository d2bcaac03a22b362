import { ConnectorError, endsRun } from '../../../connector/errors';
import type { Row } from '../../../connector/rows';
import type { Parameters } from '../parameters/parameters';
import type { Run } from './run';

/** What one input item asks for. */
export interface Input<Value> {
	readonly item: number;
	readonly value: Value;
}

/** What became of one input item. */
export type Outcome = { readonly item: number } & (
	{ readonly row: Row } | { readonly error: unknown; readonly row?: undefined }
);

/** An operation over all input items: what it may use. Parameters that hold for all of them are those of the first. */
export interface BatchRun<Api> extends Pick<
	Run<Api>,
	'api' | 'parameters' | 'clock' | 'timezone' | 'signal' | 'observe' | 'redact'
> {
	/**
	 * Reads what each input item asks for. One that cannot be used is refused by itself and left out; where the node
	 * stops at an error, it ends the run. So call it before anything is sent.
	 */
	readonly inputs: <Value>(read: (parameters: Parameters) => Value) => Promise<Input<Value>[]>;
}

interface BatchLimits<Value> {
	readonly count: number;
	readonly bytes: number;
	readonly bytesOf: (value: Value) => number;
}

/**
 * Sends the values of input items in batches, one after another. What a batch failed with is the fate of its items
 * alone, and the next one goes all the same, unless that would meet every batch.
 *
 * @param send gives the answer to each value, in their order; an error for one that was refused
 */
export async function* inBatches<Value>(
	inputs: readonly Input<Value>[],
	limits: BatchLimits<Value>,
	send: (values: readonly Value[]) => Promise<readonly (Row | Error)[]>,
): AsyncGenerator<Outcome[]> {
	for (const batch of batchesOf(inputs, limits)) {
		try {
			const answers = await send(batch.map(({ value }) => value));
			yield batch.map(({ item }, index) => outcomeOf(item, answers[index]));
		} catch (error) {
			if (!(error instanceof ConnectorError) || endsRun(error)) throw error;
			yield batch.map(({ item }) => ({ item, error }));
		}
	}
}

function outcomeOf(item: number, answer: Row | Error | undefined): Outcome {
	return answer instanceof Error ? { item, error: answer } : { item, row: answer ?? {} };
}

/** A value that is too big by itself is a batch by itself. */
function* batchesOf<Value>(
	inputs: readonly Input<Value>[],
	{ count, bytes, bytesOf }: BatchLimits<Value>,
): Generator<Input<Value>[]> {
	let batch: Input<Value>[] = [];
	let size = 0;
	for (const input of inputs) {
		const own = bytesOf(input.value);
		if (batch.length > 0 && (batch.length === count || size + own > bytes)) {
			yield batch;
			batch = [];
			size = 0;
		}
		batch.push(input);
		size += own;
	}
	if (batch.length > 0) yield batch;
}
