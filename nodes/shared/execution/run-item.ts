import { CancelledError } from '../../../connector/errors';
import type { Observe } from '../../../connector/events';
import { RowLimit } from '../../../connector/pages';
import type { FailedSlice } from '../../../connector/report';
import type { Page } from '../../../connector/rows';
import type { Operation, ReportOperation } from '../operations/operation';
import { writeFiles } from '../output/file';
import { readFileSettings } from '../output/file-settings';
import { collectItems } from '../output/items';
import { Parameters } from '../parameters/parameters';
import type { OpenedApi } from '../platform/open-api';
import { connect } from './connection';
import type { Execution } from './execution';
import { questionOf } from './question';
import { failedSliceItem } from '../report/slice-item';
import { DEFAULT_LIMIT } from '../operations/list-fields';
import type { Run, SliceScope } from '../operations/run';
import { plural } from '../parameters/shown';

/** Runs the operation for one input item, into the execution's outputs. What another one asked for is there already. */
export async function runItem<Api>(execution: Execution<Api>, itemIndex: number): Promise<void> {
	const { node, signal, once, properties } = execution;
	if (signal.aborted) throw new CancelledError('The execution was stopped.');
	const parameters = new Parameters(
		(name, fallback) => node.getNodeParameter(name, itemIndex, fallback),
		properties,
	);
	const { api, account, owner } = await connect(execution, parameters, itemIndex);
	const question = questionOf(execution, itemIndex, account);
	const load = async () => loadItem(execution, { api, parameters, owner }, itemIndex);
	await (question === undefined ? load() : once.ask(question, load));
}

async function loadItem<Api>(
	execution: Execution<Api>,
	{ api, parameters, owner }: Pick<Run<Api>, 'api' | 'parameters'> & Pick<OpenedApi<Api>, 'owner'>,
	itemIndex: number,
): Promise<void> {
	const { platform, operation, ports, signal, observe, tally, failedSlices, redact } = execution;
	const report = operation.gives === 'report' && parameters.text('output') === 'file' ? operation : undefined;
	const limit = rowLimit(operation, parameters, report !== undefined);
	const commits: (() => void)[] = [];
	const collect = (failure: FailedSlice, scope: SliceScope) => {
		const failed = report === undefined ? execution.takeBack(failure, limit) : failure;
		failedSlices.push({ json: failedSliceItem(failed, scope, redact), pairedItem: { item: itemIndex } });
	};
	const run: Run<Api> = {
		api,
		parameters,
		limit,
		clock: ports.clock,
		timezone: platform.timezone,
		signal,
		observe,
		redact,
		cursors: execution.cursors.of(owner),
		whenDelivered: (commit) => commits.push(commit),
		onFailedSlice: execution.collectsFailedSlices ? collect : undefined,
	};
	const all =
		operation.gives === 'list' ? tellingEmptyRows(operation.rows(run), observe) : operation.rows(run);
	const pages = limited(all, limit, observe);
	if (report !== undefined) await writeReport(execution, report, run, pages, itemIndex);
	else await collectItems(pages, { item: itemIndex }, execution.rows);
	for (const commit of commits) commit();
	if (limit.cutOff)
		tally.remark(
			`Stopped at the limit of ${plural(limit.rows, 'row')}; there may be more. Switch on Return All to get everything.`,
		);
}

function rowLimit<Api>(operation: Operation<Api>, parameters: Parameters, toFile: boolean): RowLimit {
	if (operation.gives === 'items' || toFile || parameters.flag('returnAll')) return new RowLimit(Infinity);
	return new RowLimit(parameters.wholeNumber('limit', { minimum: 1, default: DEFAULT_LIMIT }));
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

async function writeReport<Api>(
	{ node, platform, rows, tally }: Execution<Api>,
	report: ReportOperation<Api>,
	run: Run<Api>,
	pages: AsyncIterable<Page>,
	itemIndex: number,
): Promise<void> {
	const settings = readFileSettings(run.parameters, `${platform.displayName}-${report.value}`);
	let { requests, failedSlices } = tally;
	for await (const file of writeFiles(node, pages, settings, report.columns(run))) {
		// What each part took, so that parts can be added up.
		file.json.requests = tally.requests - requests;
		file.json.failedSlices = tally.failedSlices - failedSlices;
		({ requests, failedSlices } = tally);
		rows.push({ ...file, pairedItem: { item: itemIndex } });
	}
}
