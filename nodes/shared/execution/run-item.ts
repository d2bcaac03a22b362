import { CancelledError } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import { RowLimit } from '../../../connector/pages';
import type { FailedSlice } from '../../../connector/report';
import { pagesInTurns, Turns, type Page, type Row } from '../../../connector/rows';
import type { DateWindow } from '../../../connector/slices';
import type { ItemOperation, ReportOperation } from '../operations/operation';
import { writeFiles } from '../output/file';
import { storeIn } from '../output/stored-file';
import { readFileSettings } from '../output/file-settings';
import { collectItems, type ItemParts } from '../output/items';
import { isTool } from '../parameters/tool';
import type { OpenedApi } from '../platform/open-api';
import { connect } from './connection';
import { inputFilesOf } from './find-input-file';
import type { Execution } from './execution';
import { questionOf } from './question';
import { failedSliceItem } from '../report/slice-item';
import { rowsWanted } from '../operations/list-fields';
import type { Run, SliceScope } from '../operations/run';
import { plural } from '../parameters/shown';

/** Runs the operation for one input item, into the execution's outputs. What another one asked for is there already. */
export async function runItem<Api>(
	execution: Execution<Api>,
	operation: ItemOperation<Api>,
	itemIndex: number,
): Promise<void> {
	const { signal, once } = execution;
	if (signal.aborted) throw new CancelledError('The execution was stopped.');
	const parameters = execution.parameters(itemIndex);
	const { api, account, owner } = await connect(execution, parameters, itemIndex);
	const question = questionOf(execution, itemIndex, account);
	const load = async () => loadItem(execution, operation, { api, parameters, owner }, itemIndex);
	await (question === undefined ? load() : once.ask(question, load));
}

async function loadItem<Api>(
	execution: Execution<Api>,
	operation: ItemOperation<Api>,
	{ api, parameters, owner }: Pick<Run<Api>, 'api' | 'parameters'> & Pick<OpenedApi<Api>, 'owner'>,
	itemIndex: number,
): Promise<void> {
	const { node, platform, ports, signal, observe, failedSlices, redact } = execution;
	const report = operation.gives === 'report' && parameters.text('output') === 'file' ? operation : undefined;
	const limit = new RowLimit(rowsWanted(operation, parameters, isTool(node.getNode())));
	const commits: (() => void)[] = [];
	const parts = new Map<Row, ItemParts>();
	let days: DateWindow | undefined;
	const collect = (failure: FailedSlice, scope: SliceScope) => {
		const failed = report === undefined ? execution.takeBack(failure, limit) : failure;
		failedSlices.push({ json: failedSliceItem(failed, scope, redact), pairedItem: { item: itemIndex } });
	};
	const run: Run<Api> = {
		api,
		parameters,
		inputFile: inputFilesOf(node, itemIndex),
		inputs: node.getInputData(),
		storeFile: storeIn(node.helpers),
		beside: (row, own) => parts.set(row, own),
		limit,
		clock: ports.clock,
		timezone: platform.timezone,
		signal,
		observe,
		redact,
		cursors: execution.cursors.of(owner),
		loads: (window) => {
			days = window;
		},
		whenDelivered: (commit) => commits.push(commit),
		onFailedSlice: execution.collectsFailedSlices ? collect : undefined,
	};
	const given = pagesInTurns(operation.rows(run), new Turns(signal));
	const all = operation.gives === 'list' ? tellingEmptyRows(given, observe) : given;
	const pages = limited(all, limit, observe);
	if (report !== undefined) await writeReport(execution, { report, run, pages, itemIndex, days: () => days });
	else await collectItems(pages, { item: itemIndex }, execution.rows, (row) => parts.get(row));
	for (const commit of commits) commit();
	if (limit.cutOff) execution.limitsReached.add(limit.rows);
}

/** Hands rows on up to the limit, then stops reading, which ends everything below. */
async function* limited(pages: AsyncIterable<Page>, limit: RowLimit, observe: Observe): AsyncGenerator<Page> {
	for await (const page of pages) {
		const taken = limit.take(page);
		observe({ type: 'rows', rows: taken.length });
		if (taken.length > 0) yield taken;
		if (limit.cutOff) return;
	}
}

/** What is no object in a list comes as a row with nothing in it, so that it spoils no other; but not without a word. */
async function* tellingEmptyRows(pages: AsyncIterable<Page>, observe: Observe): AsyncGenerator<Page> {
	let empty = 0;
	try {
		for await (const page of pages) {
			for (const row of page) if (Object.keys(row).length === 0) empty += 1;
			yield page;
		}
	} finally {
		const text = `${plural(empty, 'row')} came without an ID or anything else: the platform sent no object in its place.`;
		if (empty > 0) observe({ type: 'remark', text });
	}
}

interface WrittenReport<Api> {
	readonly report: ReportOperation<Api>;
	readonly run: Run<Api>;
	readonly pages: AsyncIterable<Page>;
	/** Known once its rows come. */
	readonly days: () => DateWindow | undefined;
	readonly itemIndex: number;
}

async function writeReport<Api>(
	{ node, platform, rows, tally }: Execution<Api>,
	{ report, run, pages, days, itemIndex }: WrittenReport<Api>,
): Promise<void> {
	const settings = readFileSettings(run.parameters);
	const name = () => ({ platform: platform.displayName, report: report.name, days: days() });
	let { requests, failedSlices } = tally;
	for await (const file of writeFiles(node, pages, settings, name, report.columns(run))) {
		// What each part took, so that parts can be added up.
		file.json.requests = tally.requests - requests;
		file.json.failedSlices = tally.failedSlices - failedSlices;
		({ requests, failedSlices } = tally);
		rows.push({ ...file, pairedItem: { item: itemIndex } });
	}
}
