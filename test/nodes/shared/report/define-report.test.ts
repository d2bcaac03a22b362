import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { daysBetween } from '../../../../connector/slices';
import type { ReadSlice } from '../../../../connector/report';
import type { ReportDeclaration } from '../../../../nodes/shared/report/declaration';
import { readLoadSettings, type SliceSizes } from '../../../../nodes/shared/report/limits';
import { refuseBefore } from '../../../../nodes/shared/report/period';
import { parametersOf } from '../parameters/parameters-of';
import { declared, declaredReport, pagesOf, prepare, rows, run, type FakeApi } from '../fake-platform';

type Declaration = Partial<ReportDeclaration<FakeApi, object>>;

const namesOf = (fields: readonly { readonly name: string }[] = []) => fields.map(({ name }) => name);
const field = (name: string) => ({ name, displayName: name, type: 'string', default: '' }) as const;

const days = { days: [{ default: 2, maximum: 2, description: '' }] };
const limits = { ...days, concurrency: { default: 1, maximum: 1 }, holdRows: 10 };
const WEEK = { dateRange: 'custom', dateFrom: '2026-02-01', dateTo: '2026-02-07' };

const load = async (declaration: Declaration, parameters: INodeParameters = {}) =>
	run(declaredReport(declaration), { parameters: [parameters] });

describe('the operations of a declared report', () => {
	const declaration: Declaration = {
		fields: [field('own')],
		options: [field('ownOption')],
		rowFields: [field('rowField')],
		rowOptions: [field('rowOption')],
	};
	const text = { description: '', action: '' };
	const operationsOf = (more: Declaration) => {
		const report = declared({ ...declaration, ...more });
		return [report.load({ ...text, name: 'Load' }), report.plan(text)] as const;
	};

	it('with days have what belongs to them, and a plan nothing of rows', () => {
		const [loaded, plan] = operationsOf({});
		expect(loaded).toMatchObject({
			value: 'do',
			gives: 'report',
			everythingWith: { dateRange: ['sinceLastRun'] },
		});
		expect(namesOf(loaded.fields)).toEqual(['own', 'rowField']);
		expect(namesOf(loaded.options)).toEqual([
			...['ownOption', 'rowOption', 'maxConcurrency', 'addSliceColumns', 'lookbackDays', 'timezone'],
		]);
		expect(plan).toMatchObject({ name: 'Plan Slices', value: 'planSlices', gives: 'items' });
		expect(namesOf(plan.fields)).toEqual(['own']);
		expect(namesOf(plan.options)).toEqual(['ownOption', 'timezone']);
	});

	it('with pages, polls and batches have their sizes as options', () => {
		const more = {
			pageSize: { default: 50, maximum: 100 },
			polling: { interval: 3, maximumInterval: 30, timeout: 60, ordersAhead: 2 },
			ids: { default: 10, maximum: 20, what: 'campaign' },
		};
		const [loaded] = operationsOf({ limits: { ...limits, ...more } });
		expect(namesOf(loaded.options)).toEqual(
			expect.arrayContaining(['daysPerRequest', 'idsPerRequest', 'pageSize', 'pollInterval']),
		);
		const [plain] = operationsOf({ limits });
		expect(namesOf(plain.options)).not.toContain('pageSize');
	});

	it('without days have none of it', () => {
		const [loaded, plan] = operationsOf({ dates: 'none' });
		expect(loaded).not.toHaveProperty('everythingWith');
		expect(namesOf(loaded.options)).toEqual(['ownOption', 'rowOption', 'maxConcurrency']);
		expect(namesOf(plan.options)).toEqual(['ownOption']);
	});
});

describe('Add Slice Columns', () => {
	const file = async (
		columns: ReturnType<ReportDeclaration<FakeApi, object>['columns']>,
		more: Declaration = {},
	) => {
		const read = () => () => pagesOf([]);
		const added = { output: 'file', options: { addSliceColumns: true } };
		const { node } = await load({ columns: () => columns, read, ...more }, { ...WEEK, ...added });
		return node.files.texts[0];
	};

	it.each([
		[{ requested: ['a'] }, 'a,_dateFrom,_dateTo\r\n'],
		[{ known: ['a'] }, 'a,_dateFrom,_dateTo\r\n'],
	])('stand at the end of %j in a file', async (columns, text) => {
		expect(await file(columns)).toBe(text);
	});

	it('are none of a report without days, nor where nobody wants them', async () => {
		expect(await file({ requested: ['a'] }, { dates: 'none' })).toBe('a\r\n');
		const { node } = await load({ columns: () => ({ requested: ['a'] }) }, { ...WEEK, output: 'file' });
		expect(node.files.texts).toEqual(['a\r\n']);
	});

	it('name the days of the request that a row came with', async () => {
		const read = () => () => pagesOf([rows(1)]);
		const { outputs } = await load({ limits, read }, { ...WEEK, options: { addSliceColumns: true } });
		expect(outputs[0]!.map(({ json }) => json)).toEqual(
			[
				['2026-02-01', '2026-02-02'],
				['2026-02-03', '2026-02-04'],
				['2026-02-05', '2026-02-06'],
				['2026-02-07', '2026-02-07'],
			].map(([_dateFrom, _dateTo]) => ({ n: 0, _dateFrom, _dateTo })),
		);
	});
});

it.each([
	[0, 1],
	[1, 0],
])('a report of %i rows is looked at %i times for being empty', async (count, looks) => {
	let looked = 0;
	const whenEmpty = async () => {
		looked++;
		return Promise.resolve();
	};
	await load({ read: () => () => pagesOf([rows(count)]), whenEmpty }, WEEK);
	expect(looked).toBe(looks);
});

it.each([
	['all rows', { returnAll: true }, [2, 2, 2, 1]],
	['a few rows', { returnAll: false, limit: 4 }, [1, 1, 1, 1]],
])('of a report of %s, slices have the size that fits', async (_what, rowsWanted, sizes) => {
	const days: number[] = [];
	const read = () =>
		((slice) => {
			days.push(daysBetween(slice.window!.dateFrom, slice.window!.dateTo));
			return pagesOf([rows(1)]);
		}) satisfies ReadSlice;
	const sizesForLimit = (asked: SliceSizes) => ({ ...asked, days: 1 });
	await load({ limits, read, sizesForLimit }, { ...WEEK, ...rowsWanted });
	expect(days).toEqual(sizes);
});

it('a period without days has nothing to read', async () => {
	let reads = 0;
	const read = () => () => {
		reads++;
		return pagesOf([rows(1)]);
	};
	const operation = declaredReport({ read });
	const parameters = [{ dateRange: 'thisMonth' }];
	const { outputs } = prepare(operation, { parameters }, {}, '2026-03-01T09:00:00Z');
	expect([await outputs(), reads]).toEqual([[[]], 0]);
});

it.each([
	[undefined, Infinity],
	[{ default: 50, maximum: 100 }, 20],
])('a report with pages of %j has those of the options: %p', (pageSize, expected) => {
	const parameters = parametersOf({ options: { pageSize: 20 } });
	expect(readLoadSettings(parameters, { ...limits, pageSize }).pageSize).toBe(expected);
});

describe('a report that cannot be cut by days', () => {
	const whole: Declaration = { dates: () => 'whole', limits: { ...limits, toCutDays: 'Add the day.' } };
	const asked = (daysPerRequest: number) => ({ ...WEEK, options: { daysPerRequest } });

	it('refuses Days per Request, and takes a zero for none', async () => {
		const { outputs } = prepare(declaredReport(whole), { parameters: [asked(1)] });
		await expect(outputs()).rejects.toMatchObject({
			message: expect.stringContaining('Days per Request is set, but this report cannot be cut by days'),
			description: 'Add the day.',
		});
		let slices = 0;
		const read = () => () => {
			slices++;
			return pagesOf([]);
		};
		await load({ ...whole, read }, asked(0));
		expect(slices).toBe(1);
	});
});

it.each<[INodeParameters, string]>([
	[WEEK, 'Date From is 2026-02-01, but it is too early.'],
	[{ dateRange: 'last90Days' }, 'Date Range begins with 2025-12-02, but it is too early.'],
	[
		{ dateRange: 'sinceLastRun', initialDateFrom: '2026-02-01' },
		'Initial Date From is 2026-02-01, but it is too early.',
	],
])('a first day before the earliest one is named as %j gives it', async (parameters, message) => {
	const refuse: Declaration['refuse'] = (window) => {
		refuseBefore('2026-02-28', window, { reach: 'it is too early', advice: 'Ask for later days.' });
	};
	const { outputs } = prepare(declaredReport({ refuse }), { parameters: [parameters] });
	await expect(outputs()).rejects.toMatchObject({ message: expect.stringContaining(message) });
	await load({ refuse }, { dateRange: 'custom', dateFrom: '2026-02-28', dateTo: '2026-02-28' });
});
