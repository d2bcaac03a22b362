import { z } from 'zod';

import { row } from '../../connector/rows';

/** A list of reports; its shape is not printed, so both likely forms are taken (sheet 5.2, 7.3). */
export const reportsAnswer = z
	.looseObject({ result: z.union([z.array(row), z.looseObject({ reports: z.array(row) })]) })
	.transform(({ result }) => (Array.isArray(result) ? result : result.reports));

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
