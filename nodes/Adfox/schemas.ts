import { z } from 'zod';

import { objectsOf, row } from '../../connector/rows';

/** A list of reports; its shape is not printed, so both likely forms are taken (sheet 5.2, 7.3). */
export const reportsAnswer = z
	.looseObject({ result: z.union([objectsOf(row), z.looseObject({ reports: objectsOf(row) })]) })
	.transform(({ result }) => (Array.isArray(result) ? result : result.reports));

/** A name as the metadata has it: a text alone, or with a title. The inner form is not printed, so both are taken. */
const told = z.union([
	z
		.string()
		.min(1)
		.transform((name) => ({ name, title: undefined, description: undefined })),
	z
		.looseObject({
			name: z.string().min(1),
			title: z.string().min(1).optional().catch(undefined),
			description: z.string().min(1).optional().catch(undefined),
		})
		.transform(({ name, title, description }) => ({ name, title, description })),
]);

type Told = z.infer<typeof told>;

/** What is no name is passed over: the list is an offer only. */
const offered = z
	.array(z.unknown())
	.nullish()
	.transform((entries) =>
		(entries ?? []).flatMap((entry): Told[] => {
			const parsed = told.safeParse(entry);
			return parsed.success ? [parsed.data] : [];
		}),
	);

/** Everything that reports can be made of (sheet 5.2). */
export const metadataAnswer = z
	.looseObject({ result: z.looseObject({ metrics: offered, dimensions: offered, filters: offered }) })
	.transform(({ result: { metrics, dimensions, filters } }) => ({ metrics, dimensions, filters }));

export type ReportMetadata = z.infer<typeof metadataAnswer>;

/** Here nothing is passed over: it would be another report. */
const names = z
	.array(told)
	.nullish()
	.transform((list) => (list ?? []).map(({ name }) => name));

const conditions = z
	.array(
		z
			.looseObject({ field: z.string().min(1), operator: z.string().min(1), value: z.unknown() })
			.transform(({ field, operator, value }) => ({ field, operator, value })),
	)
	.nullish()
	.transform((list) => list ?? []);

/** What a saved report is made of; empty for a fixed one (sheet 5.2). */
export const reportInfoAnswer = z
	.looseObject({ result: z.looseObject({ metrics: names, dimensions: names, filters: conditions }) })
	.transform(({ result: { metrics, dimensions, filters } }) => ({ metrics, dimensions, filters }));

export type ReportInfo = z.infer<typeof reportInfoAnswer>;

/** The days that an object has data for; their form is that of the data source (sheet 5.2). */
export const availableDatesAnswer = z
	.looseObject({
		result: z.looseObject({ dateRange: z.looseObject({ to: z.union([z.string(), z.number()]) }) }),
	})
	.transform(({ result }) => String(result.dateRange.to));

export const orderAnswer = z
	.looseObject({ result: z.looseObject({ taskId: z.union([z.string().min(1), z.number()]) }) })
	.transform(({ result }) => String(result.taskId));

const words = z.looseObject({
	code: z.union([z.string(), z.number()]).nullish(),
	message: z.string().nullish(),
});

export const taskAnswer = z
	.looseObject({ result: z.looseObject({ status: z.string(), error: z.unknown().optional() }) })
	.transform(({ result }) => result);

/** Why a task failed. */
export const taskError = words.transform(({ message, code, ...more }) => [message, code, more]);

export type TaskAnswer = z.infer<typeof taskAnswer>;

/** Checked by hand below: a schema over a million cells would take longer than the report. */
const cells = z.custom<readonly (readonly unknown[])[]>((value) => Array.isArray(value));

export const resultAnswer = z
	.looseObject({
		result: z.looseObject({
			columns: z.array(z.looseObject({ name: z.string(), type: z.string().nullish() })),
			rows: cells,
		}),
	})
	.transform(({ result }) => result);

export type ResultAnswer = z.infer<typeof resultAnswer>;

/** "Unknown metric: impressions_xxx [UNKNOWN_METRIC]", and whatever else stands there. */
export const errorAnswer = z
	.looseObject({ error: words })
	.transform(({ error: { code, message, ...more }, ...rest }) => [
		[message, code && `[${code}]`].filter(Boolean).join(' '),
		more,
		rest,
	]);
