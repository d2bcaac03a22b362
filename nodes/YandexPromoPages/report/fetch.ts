import { ConnectorError, endsRun } from '../../../connector/errors';
import { idText, type Row, type RowSource } from '../../../connector/rows';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { ListOperation } from '../../shared/operations/operation';
import type { Run } from '../../shared/operations/run';
import { locatorId } from '../../shared/parameters/locator';
import type { YandexPromoPagesApi } from '../api';
import { campaignBatches } from '../campaign/read';
import { publishersOf, reportPublisherField } from '../publishers';
import { addNames, Names } from './names';

export const fetch: ListOperation<YandexPromoPagesApi> = {
	name: 'Fetch Daily Statistics',
	value: 'fetch',
	description:
		'Get daily statistics that Order Daily Statistics ordered before: their rows, or one item with ready: false while they are being made',
	action: 'Fetch ordered daily statistics',
	gives: 'list',
	manyRows: false,
	fields: [
		{
			displayName: 'Report ID',
			name: 'reportId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.reportId }}',
			description: 'As Order Daily Statistics gave it. Reports are kept for 30 days.',
		},
		reportPublisherField,
		addNames,
	],
	async *rows(run) {
		const { api, parameters } = run;
		const reportId = parameters.requiredText('reportId');
		const publisherId = locatorId(parameters.value(reportPublisherField.name));
		const isNamed = publisherId !== '' && parameters.flag(addNames.name);
		const rows = await report(api, reportId);
		if (rows === undefined) yield [{ reportId, ready: false }];
		else if (publisherId === '') yield* rows.pages();
		else {
			const known = isNamed ? await namesOf(run, publisherId, rows) : undefined;
			const whole = (row: Row) => known?.named(publisherId, row) ?? { publisherId, ...row };
			for await (const page of rows.pages()) yield page.map(whole);
		}
	},
};

/**
 * Errors name the report, since there may be many input items. They have no documented form (sheet 3.1), so what says in
 * whichever that there is no such report is taken at its word.
 */
async function report(api: YandexPromoPagesApi, reportId: string): Promise<RowSource | undefined> {
	try {
		return await api.report(reportId);
	} catch (error) {
		if (!(error instanceof ConnectorError) || endsRun(error)) throw error;
		const isGone = error.kind === 'not-found' && error.unforeseen === 'form';
		throw error.with({
			message: `${error.message} It was asked for report ${reportId}.`,
			...(isGone ? { unforeseen: undefined } : {}),
		});
	}
}

/** Rows may come again as often as they are read, so what they are about is known before any is handed on. */
async function namesOf(run: Run<YandexPromoPagesApi>, publisherId: string, rows: RowSource): Promise<Names> {
	const { api, limit, observe } = run;
	const ids = await campaignIdsIn(rows, limit.remaining);
	const known = new Names(3);
	if (ids.length === 0) return known;
	known.learnPublishers(await publishersOf(run, [publisherId], true));
	const missing = new MissingIds('campaign ID');
	missing.compare(ids, []);
	for await (const campaigns of campaignBatches(api, publisherId, ids)) {
		known.learn(campaigns);
		missing.compare(
			[],
			campaigns.flatMap(({ id }) => idText(id) ?? []),
		);
	}
	missing.tell(observe);
	return known;
}

async function campaignIdsIn(rows: RowSource, wanted: number): Promise<string[]> {
	const ids = new Set<string>();
	let count = 0;
	for await (const page of rows.pages())
		for (const { campaignId } of page) {
			if (count++ >= wanted) return [...ids];
			if (typeof campaignId === 'string' && campaignId !== '') ids.add(campaignId);
		}
	return [...ids];
}
