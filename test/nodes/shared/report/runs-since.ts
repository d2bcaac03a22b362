import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { DateWindow } from '../../../../connector/slices';
import type { FakeNodeSettings } from '../fake-node';
import { accountOf, declaredReport, pagesOf, prepare, rows } from '../fake-platform';

export const first = { initialDateFrom: '2026-02-01' };
export const FIRST = { dateFrom: '2026-02-01', dateTo: '2026-03-01' };
export const AGAIN = { dateFrom: '2026-02-27', dateTo: '2026-03-01' };

/** @param options besides the first day, which stands beside Date Range */
export const since = (
	{ initialDateFrom = first.initialDateFrom, ...options }: INodeParameters,
	more: INodeParameters = {},
): INodeParameters => ({ dateRange: 'sinceLastRun', initialDateFrom, options, ...more });

export interface Changes {
	readonly scope?: unknown;
	readonly failure?: Error;
	/** What names the account. */
	readonly token?: string;
	readonly now?: string;
}

/** One execution of a workflow that keeps its static data, at 12:00 in Moscow on 2026-03-02. */
export async function run(
	staticData: IDataObject,
	options: INodeParameters,
	{ scope = {}, failure, token = 't1', now, ...settings }: Changes & FakeNodeSettings = {},
): Promise<{ windows: (DateWindow | undefined)[]; hints: string[]; error: unknown }> {
	const windows: (DateWindow | undefined)[] = [];
	const operation = declaredReport({
		request: () => scope,
		read: () => (slice) => {
			windows.push(slice.window);
			return pagesOf([rows(1)], failure);
		},
	});
	const account = () => ({ ...accountOf(() => ({})), identity: token });
	const changes = { account, timezone: 'Europe/Moscow' };
	const prepared = prepare(
		operation,
		{ parameters: [since(options)], ...settings, staticData },
		changes,
		now,
	);
	const { node, outputs } = prepared;
	const error = await outputs().then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	return { windows, hints: node.told, error };
}

/** What the nodes of the workflow have delivered, by node and report. */
export const cursorsIn = (data: IDataObject) =>
	((data.global as IDataObject | undefined)?.ruAdsDeliveredUntil ?? {}) as Record<string, IDataObject>;

export const cursorCount = (data: IDataObject) =>
	Object.values(cursorsIn(data)).flatMap((cursors) => Object.keys(cursors)).length;
