import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { fixedAuth } from '../../../connector/auth';
import type { Client } from '../../../connector/client';
import { RateLimiter } from '../../../connector/rate-limit';
import type { Page } from '../../../connector/rows';
import type { Account, Platform } from '../../../nodes/shared/platform/platform';
import type { Ports } from '../../../nodes/shared/platform/ports';
import type { Run } from '../../../nodes/shared/operations/run';
import { runNode } from '../../../nodes/shared/execution/run-node';
import { describeResources } from '../../../nodes/shared/operations/describe';
import {
	type ListOperation,
	type Operation,
	type ReportOperation,
	type SingleOperation,
} from '../../../nodes/shared/operations/operation';
import { dateFields, dateOptions } from '../../../nodes/shared/report/date-fields';
import type { ReportDeclaration } from '../../../nodes/shared/report/declaration';
import { defineReport } from '../../../nodes/shared/report/define-report';
import { FakeClock } from '../../support/fake-clock';
import { ScriptedTransport } from '../../support/scripted-transport';
import { FakeNode, type FakeNodeSettings } from './fake-node';

/** An account that no test talks to: the operations yield what their script says. */
export type FakeApi = Readonly<Record<string, never>>;

export type Rows = (run: Run<FakeApi>) => AsyncIterable<Page>;

export const SECRET = 'sk-1234567890abcdef';

const text = { name: 'Do', description: 'Do it', action: 'Do it', fields: [] };

export const single = (rows: Rows): SingleOperation<FakeApi> => ({
	...text,
	value: 'do',
	gives: 'items',
	rows,
});

export const list = (rows: Rows): ListOperation<FakeApi> => ({ ...text, value: 'do', gives: 'list', rows });

/** A report of rows that nobody slices. */
export const report = (rows: Rows, columns: readonly string[] = []): ReportOperation<FakeApi> => ({
	...text,
	value: 'do',
	gives: 'report',
	fields: dateFields,
	options: dateOptions,
	rows,
	columns: () => ({ requested: columns }),
});

/** A report with dates, in one slice of the whole period unless something else is said. */
export const declared = <Request = object>(declaration: Partial<ReportDeclaration<FakeApi, Request>>) =>
	defineReport<FakeApi, Request>({
		operation: 'do',
		fields: dateFields,
		dates: () => 'cut',
		limits: { concurrency: { default: 2, maximum: 8 }, holdRows: 10 },
		request: () => ({}) as Request,
		scope: () => ({}),
		read: () => () => pagesOf([]),
		columns: () => ({}),
		...declaration,
	});

export const declaredReport = <Request = object>(
	declaration: Partial<ReportDeclaration<FakeApi, Request>>,
): ReportOperation<FakeApi> => declared(declaration).load(text);

export function accountOf<Api>(api: (client: Client) => Api): Account<Api> {
	return {
		baseUrl: 'https://api.example.com',
		auth: fixedAuth({ authorization: `Bearer ${SECRET}` }),
		secrets: [SECRET],
		identity: 'fake',
		api,
	};
}

/** A platform that offers one operation. */
export function platformWith(
	operation: Operation<FakeApi>,
	changes: Partial<Platform<FakeApi>> = {},
): Platform<FakeApi> {
	return {
		displayName: 'Fake Ads',
		credentialType: 'fakeApi',
		timezone: 'Europe/Moscow',
		resources: [{ name: 'Thing', value: 'thing', operations: [operation] }],
		defaults: { maxWaitSeconds: 300, timeoutSeconds: 60, tellsBudget: true },
		afterRateLimit: { firstMs: 1000, factor: 2, capMs: 30_000, jitter: 'above' },
		timeoutGraceMs: 0,
		account: () => accountOf(() => ({})),
		failureOf: () => undefined,
		advice: () => undefined,
		...changes,
	};
}

export interface FakeRun {
	readonly node: FakeNode;
	readonly clock: FakeClock;
	/** Runs the node; rejects as `execute` would. */
	readonly outputs: () => Promise<INodeExecutionData[][]>;
}

/** An execution of a node, ready to run. */
export function prepare(
	operation: Operation<FakeApi>,
	settings: FakeNodeSettings = {},
	changes: Partial<Platform<FakeApi>> = {},
	now?: string,
): FakeRun {
	const platform = platformWith(operation, changes);
	const clock = new FakeClock(now);
	const properties = describeResources(platform.resources, platform.defaults);
	const node = new FakeNode(settings, properties, platform.credentialType);
	return { node, clock, outputs: () => runNode(node.asExecuteFunctions(), platform, portsOf(clock)) };
}

/** Runs a node that is expected to succeed. */
export async function run(
	operation: Operation<FakeApi>,
	settings: FakeNodeSettings = {},
	changes: Partial<Platform<FakeApi>> = {},
): Promise<{ node: FakeNode; outputs: INodeExecutionData[][] }> {
	const { node, outputs } = prepare(operation, settings, changes);
	return { node, outputs: await outputs() };
}

/** One input item with these parameters. */
export const item = (...parameters: INodeParameters[]): FakeNodeSettings => ({ parameters });

export function portsOf(clock: FakeClock): Ports {
	return { clock, transport: () => new ScriptedTransport(clock, []), limiter: () => new RateLimiter(clock) };
}

/** Pages one after the other, then a failure if one is given. */
export async function* pagesOf(pages: readonly Page[], failure?: Error): AsyncGenerator<Page> {
	for (const page of pages) yield page;
	if (failure !== undefined) throw failure;
}

/** Numbered rows, `from` included. */
export const rows = (count: number, from = 0): Page =>
	Array.from({ length: count }, (_, index) => ({ n: from + index }));

export const jsonOf = (items: readonly INodeExecutionData[] | undefined) => items?.map(({ json }) => json);
