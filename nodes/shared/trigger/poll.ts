import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { ConnectorError } from '../../../connector/errors';
import { noLimit } from '../../../connector/pages';
import { pagesInTurns, Turns } from '../../../connector/rows';
import { plural } from '../parameters/shown';
import type { OpenedApi } from '../platform/open-api';
import type { Platform } from '../platform/platform';
import { processPorts, type Ports } from '../platform/ports';
import { Comparison, itemOf } from './compare';
import { TriggerConnection } from './connection';
import { describeEvents, EVENT } from './describe';
import type { Look, TriggerEvent, Watch } from './event';
import { recalled, toStored, type Memory } from './memory';

/** What n8n itself gives a poll; the lines before 2.41 do not say. */
const BUDGET_MS = 300_000;

/** Of the budget: after that no further page is begun, and nothing is waited for beyond it. */
const READING = 0.6;

/** From here on the memory is larger than what n8n's static data are meant for. */
const MANY = 1000;

const KEY = 'memory';

/** What `poll` of every trigger node does: looks at the platform and hands on what has happened since the last time. */
export async function pollNode<Api>(
	node: IPollFunctions,
	platform: Platform<Api>,
	events: readonly TriggerEvent<Api>[],
	ports: Ports = processPorts,
): Promise<INodeExecutionData[][] | null> {
	const connection = new TriggerConnection(node, platform, ports, describeEvents(events, platform));
	try {
		const items = await new Poll(node, connection, eventOf(node, events)).run();
		return items.length === 0 ? null : [items.map((json) => ({ json }))];
	} catch (error) {
		throw connection.errorOf(error);
	}
}

function eventOf<Api>(node: IPollFunctions, events: readonly TriggerEvent<Api>[]): TriggerEvent<Api> {
	const value = node.getNodeParameter(EVENT) as string;
	const event = events.find((one) => one.value === value);
	if (event !== undefined) return event;
	throw new NodeOperationError(
		node.getNode(),
		`Event is "${value}", which this version of the node does not know.`,
		{
			description: 'Choose another event, or update the package.',
		},
	);
}

class Poll<Api> {
	private readonly began: number;
	private readonly budgetMs: number;
	/** Nobody can stop a poll. */
	private readonly signal = new AbortController().signal;

	constructor(
		private readonly node: IPollFunctions,
		private readonly connection: TriggerConnection<Api>,
		private readonly event: TriggerEvent<Api>,
	) {
		this.began = this.clock.uptime();
		// Older lines of n8n do not have it, whatever the types say.
		const told = node as Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>;
		this.budgetMs = told.getPollBudgetMs?.() ?? BUDGET_MS;
	}

	async run(): Promise<IDataObject[]> {
		const watch = this.event.watch(this.connection.parameters);
		const opened = await this.connection.open(this.signal, () => (READING - this.spent) * this.budgetMs);
		return this.node.getMode() === 'manual' ? this.test(watch, opened) : this.compare(watch, opened);
	}

	private async compare(watch: Watch<Api>, opened: OpenedApi<Api>): Promise<IDataObject[]> {
		const { node, event, connection } = this;
		const values = event.fields.map(({ name }) => [name, connection.parameters.value(name)]);
		const fingerprint = connection.fingerprint(opened, [event.value, values]);
		const data = node.getWorkflowStaticData('node');
		const before = recalled(data[KEY], fingerprint);
		const comparison = new Comparison(watch, before);
		const items = await this.read(watch, comparison, opened, before);
		if (before === undefined && comparison.watched > MANY)
			node.logger.warn(
				connection.text(
					`watches ${comparison.watched} objects, and n8n stores a few bytes of each with the workflow.`,
				),
			);
		const { unnamed } = comparison;
		const text = `${plural(unnamed, 'object')} came without an ID: what happens to it cannot be told.`;
		if (unnamed > 0) connection.observe({ type: 'remark', text });
		data[KEY] = toStored(comparison.memory, fingerprint);
		return items;
	}

	/** As far as the time reaches; where the look can go on from somewhere, the next one does. */
	private async read(
		watch: Watch<Api>,
		comparison: Comparison,
		opened: OpenedApi<Api>,
		before: Memory | undefined,
	): Promise<IDataObject[]> {
		let canGoOn = false as boolean;
		const look: Look<Api> = {
			...this.lookParts(opened),
			mark: before?.mark,
			leave: (mark) => {
				comparison.leave(mark);
				canGoOn = mark !== undefined;
			},
			enter: (group) => {
				comparison.enter(group);
			},
			reachedEnd: (hasSeenAll) => {
				comparison.reachedEnd(hasSeenAll);
			},
		};
		const items: IDataObject[] = [];
		try {
			for await (const page of pagesInTurns(watch.look(look), new Turns(this.signal))) {
				for (const item of comparison.itemsOf(page)) items.push(item);
				if (canGoOn && this.spent >= READING) break;
			}
		} catch (error) {
			// The rest of a long list, for which the platform gives no more requests now.
			if (!canGoOn || !(error instanceof ConnectorError) || !error.tooLongWait) throw error;
			this.connection.observe({
				type: 'remark',
				text: `${error.message} The rest is looked at by the next poll.`,
			});
		}
		return items;
	}

	/** What somebody sees who tries the trigger: the newest object that it could be about. Nothing is remembered. */
	private async test(watch: Watch<Api>, opened: OpenedApi<Api>): Promise<IDataObject[]> {
		const ignore = () => undefined;
		const look = {
			...this.lookParts(opened),
			mark: undefined,
			leave: ignore,
			enter: ignore,
			reachedEnd: ignore,
		};
		for await (const page of (watch.newest ?? watch.look)(look))
			for (const object of page) {
				const state = watch.stateOf(object);
				if (state !== undefined && watch.matters?.(state) !== false)
					return [itemOf(watch, object, state, undefined)];
			}
		throw new NodeOperationError(
			this.node.getNode(),
			'There is nothing to show: no such event can be made from what the account has now.',
			{
				description: this.event.none,
			},
		);
	}

	private lookParts({ api }: OpenedApi<Api>) {
		const { observe, redact, platform } = this.connection;
		return {
			api,
			clock: this.clock,
			timezone: platform.timezone,
			signal: this.signal,
			observe,
			redact,
			limit: noLimit(),
		};
	}

	private get spent(): number {
		return (this.clock.uptime() - this.began) / this.budgetMs;
	}

	private get clock() {
		return this.connection.ports.clock;
	}
}
