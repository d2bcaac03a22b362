import { queueExamples, readExamples } from '../../demo/example';
import { executionOf, startManually } from '../server/execution';
import { callWebhook } from '../server/publish';
import { warehouse } from './settings';
import type { QueueStack } from './stack';
import { until } from '../server/program';

const planId = 'targetads-plan-and-hand-out-slices';
export const loadId = 'targetads-load-one-slice';

export const examples = readExamples(queueExamples);

/** What the example asks TargetADS for. */
const { fields, interactionTypes } = examples
	.find(({ id }) => id === loadId)!
	.nodes.find(({ name }) => name === 'Load slice')!.parameters as Record<string, string[]>;

/** A line of the ledger. Days are YYYY-MM-DD. */
export interface Slice {
	day: string;
	executionId: string;
	isLoaded: boolean;
	rows: number;
}

/** The two workflows of examples/queue at work. */
export class SliceLoad {
	constructor(private readonly stack: QueueStack) {}

	/** Hands a slice to the load as somebody who does not have the key. @returns the status of the answer */
	async callWithoutKey(): Promise<number> {
		const body = JSON.stringify({ day: '2026-01-10' });
		return (await callWebhook(this.stack.main.url, 'targetads-load-one-slice', { body })).status;
	}

	/** Runs the planning workflow by hand. @returns how many slices it handed out */
	async handOut(): Promise<number> {
		const { rest } = this.stack.main;
		const execution = await executionOf(rest, await startManually(rest, planId, 'Every morning'));
		return execution.assertSuccess().items('Hand out').length;
	}

	async ledger(): Promise<Slice[]> {
		const lines = await this.stack.postgres.query(
			warehouse,
			'select day, execution_id, loaded_at is not null, rows from targetads_slices order by day',
		);
		return lines.map((line) => {
			const [day = '', executionId = '', isLoaded, rows] = line.split('|');
			return { day, executionId, isLoaded: isLoaded === 't', rows: Number(rows) };
		});
	}

	async untilLoaded(): Promise<void> {
		await until('all slices are loaded', async () => (await this.ledger()).every(({ isLoaded }) => isLoaded));
	}

	/** As if nobody had ever loaded anything. */
	async forget(): Promise<void> {
		await this.stack.postgres.query(warehouse, 'drop table if exists targetads_slices, targetads_rows');
	}

	/** Rows of the table, each as text, in the order of the text. */
	async table(): Promise<string[]> {
		const time = `to_char(interaction_time, 'YYYY-MM-DD HH24:MI:SS')`;
		const lines = await this.stack.postgres.query(
			warehouse,
			`select json_build_array(day, ${time}, interaction_type, placement_id, url_path) from targetads_rows`,
		);
		return lines.map((line) => JSON.stringify(JSON.parse(line))).sort();
	}

	/** The rows that TargetADS has of these days, likewise. */
	truth(days: readonly string[]): string[] {
		const { targetAds } = this.stack.sandbox;
		return days
			.flatMap((day) =>
				[...targetAds.rawRows({ dateFrom: day, dateTo: day, fields: fields!, interactionTypes })].map(
					({
						InteractionTime: time,
						InteractionType: type,
						InteractionPlacementId: id,
						InteractionUrlPath: path,
					}) => JSON.stringify([day, time, type, id, path]),
				),
			)
			.sort();
	}

	/** Slices by the worker that took them, for people to read. */
	async shares(): Promise<string> {
		const slices = await this.ledger();
		return this.stack.workers
			.map(({ name, started }) => {
				const own = slices.filter(({ executionId }) => started.includes(executionId));
				const days = own.map(({ day, executionId }) => `${day} (execution ${executionId})`);
				return `${name}: ${own.length} slices: ${days.join(', ')}`;
			})
			.join('\n');
	}
}
