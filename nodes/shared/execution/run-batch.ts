import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { unlessAborted } from '../../../connector/clock';
import { CancelledError, ConnectorError } from '../../../connector/errors';
import { Turns } from '../../../connector/rows';
import type { NodeError } from '../errors/node-error';
import type { BatchRun, Input, Outcome } from '../operations/batch';
import type { BatchOperation } from '../operations/operation';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';
import { plural } from '../parameters/shown';
import { connect } from './connection';
import type { Execution } from './execution';
import { errorItem, nodeErrorOf } from './failed-item';

/** Runs an operation over all input items at once, into the execution's rows: one for each of them, in their order. */
export async function runBatch<Api>(
	execution: Execution<Api>,
	operation: BatchOperation<Api>,
): Promise<void> {
	const batch = new Batch(execution);
	try {
		// Whatever is under way ends by the same signal; a stopped execution does not wait for it.
		await unlessAborted(batch.run(operation), execution.signal);
	} catch (error) {
		if (batch.stops || error instanceof CancelledError) throw batch.stoppedBy(error);
		await batch.settleOthers(error);
	}
	batch.handOn();
}

interface Failed {
	readonly item: number;
	readonly error: unknown;
}

class Batch<Api> {
	/** The first failure ends the run. */
	readonly stops: boolean;
	/** By input item. */
	private readonly answers: (INodeExecutionData | undefined)[];
	private readonly turns: Turns;
	private done = 0;
	private failed = 0;
	private inDoubt = 0;
	private first: Failed | undefined;

	constructor(private readonly execution: Execution<Api>) {
		this.stops = !execution.node.continueOnFail();
		this.answers = execution.node.getInputData().map(() => undefined);
		this.turns = new Turns(execution.signal);
	}

	async run({ outcomes }: BatchOperation<Api>): Promise<void> {
		const { execution } = this;
		const { platform, ports, signal, observe, redact } = execution;
		const parameters = execution.parameters(0);
		const { api } = await connect(execution, parameters, 0);
		const { timezone } = platform;
		const own = { api, parameters, clock: ports.clock, timezone, signal, observe, redact };
		const inputs: BatchRun<Api>['inputs'] = async (read) => this.read(read);
		for await (const some of outcomes({ ...own, inputs })) {
			// All of an answer counts before its first refusal ends the run.
			await this.settle(some);
			if (this.stops && this.first !== undefined) throw this.first.error;
		}
	}

	/** What became of the rest of the input items. */
	async settleOthers(error: unknown): Promise<void> {
		const others = [...this.answers.keys()].filter((item) => this.answers[item] === undefined);
		await this.settle(others.map((item) => ({ item, error })));
	}

	handOn(): void {
		const { rows, tally } = this.execution;
		for (const answer of this.answers) if (answer !== undefined) rows.push(answer);
		if (this.failed === 0 || this.answers.length === 1) return;
		const doubt = this.inDoubt === 0 ? '' : `; ${this.inDoubt} of these may have been done all the same`;
		tally.remark(`${this.failed} of ${plural(this.answers.length, 'input item')} failed${doubt}.`);
	}

	/** The error that ends the node. What was done before it has no rows to tell it. */
	stoppedBy(thrown: unknown): NodeError {
		const { item, error } = this.first ?? { item: 0, error: thrown };
		const nodeError = nodeErrorOf(this.execution, error, item);
		const { length } = this.answers;
		if (length === 1 || error instanceof CancelledError) return nodeError;
		const { done, failed } = this;
		const wasSent = done > 0 || !(error instanceof ParameterError);
		const told = `Of ${plural(length, 'input item')} ${done} are done, ${failed} failed, and the other ${length - done - failed} were not sent.`;
		nodeError.message += ` It was input item ${item}. ${wasSent ? told : 'Nothing was sent.'}`;
		nodeError.description = `${nodeError.description ?? ''} Set Settings > On Error to Continue to get the answer to each input item.`;
		return nodeError;
	}

	private async read<Value>(read: (parameters: Parameters) => Value): Promise<Input<Value>[]> {
		const inputs: Input<Value>[] = [];
		for (const item of this.answers.keys()) {
			try {
				inputs.push({ item, value: read(this.execution.parameters(item)) });
			} catch (error) {
				await this.settle([{ item, error }]);
				if (this.stops) throw error;
			}
			if (this.turns.isOver) await this.turns.next();
		}
		return inputs;
	}

	private async settle(outcomes: readonly Outcome[]): Promise<void> {
		const before = this.done;
		for (const { item, ...outcome } of outcomes) {
			if (outcome.row === undefined) this.fail(item, outcome.error);
			else {
				this.done += 1;
				this.answers[item] = { json: outcome.row as IDataObject, pairedItem: { item } };
			}
			if (this.turns.isOver) await this.turns.next();
		}
		this.execution.observe({ type: 'rows', rows: this.done - before });
	}

	private fail(item: number, error: unknown): void {
		this.failed += 1;
		if (error instanceof ConnectorError && error.check !== undefined) this.inDoubt += 1;
		this.first ??= { item, error };
		if (!this.stops) this.answers[item] = errorItem(nodeErrorOf(this.execution, error, item), item);
	}
}
