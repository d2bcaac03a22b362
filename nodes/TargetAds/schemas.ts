import { z } from 'zod';

import { rowList } from '../../connector/rows';

/** Ids come as numbers, in some live answers as text (sheet T4); we keep what came and never calculate with it. */
const id = z.union([z.number(), z.string()]);

/** Some answers have counts as text. Coercion would take `false`, `[]` and '' for 0, which says that there are no rows. */
const wholeNumber = z.union([
	z.number().int().nonnegative(),
	z
		.string()
		.regex(/^\d{1,15}$/)
		.transform(Number),
]);

const placement = z.looseObject({
	placement_id: id,
	placement_name: z.string().nullish(),
	source_name: z.string().nullish(),
	marketing_name: z.string().nullish(),
});

export type Placement = z.infer<typeof placement>;

/** The list is under `campaigns`, in live answers under `meta` (sheet T2). Neither is an unknown answer. */
export const campaignsAnswer = z.union([
	z
		.looseObject({ campaigns: z.array(placement), count: wholeNumber.nullish() })
		.transform(({ campaigns: rows, count }) => ({ rows, count })),
	z
		.looseObject({ meta: z.array(placement), count: wholeNumber.nullish() })
		.transform(({ meta: rows, count }) => ({ rows, count })),
]);

const targetEvent = z.looseObject({
	event_type: z.string().nullish(),
	event_category: z.string().nullish(),
	event_name: z.string(),
	description: z.string().nullish(),
});

export type TargetEvent = z.infer<typeof targetEvent>;

export const targetEventsAnswer = z
	.looseObject({ target_events: z.array(targetEvent), count: wholeNumber.nullish() })
	.transform(({ target_events: rows, count }) => ({ rows, count }));

/** A good token may be answered with an empty body (sheet T5): valid, details unknown. */
export const tokenAnswer = z
	.looseObject({
		valid: z.boolean(),
		project_id: id.nullish(),
		is_admin: z.boolean().nullish(),
		campaign_access: z.array(id).nullish(),
		expires_at: z.string().nullish(),
	})
	.optional();

export type TokenInfo = z.infer<typeof tokenAnswer>;

const hasMoreFlag = z.boolean().nullish();

/** Two envelopes are known (sheet T3); rows under any other name are an unknown answer, never "no rows". */
export const reportAnswer = z.union([
	z
		.looseObject({ data: rowList, count: wholeNumber.nullish(), has_more: hasMoreFlag })
		.transform(({ data: rows, count, has_more: hasMore }) => ({ rows, count, hasMore })),
	z
		.looseObject({ Rows: rowList, CountRows: wholeNumber.nullish(), has_more: hasMoreFlag })
		.transform(({ Rows: rows, CountRows: count, has_more: hasMore }) => ({ rows, count, hasMore })),
]);

export type ReportAnswer = z.infer<typeof reportAnswer>;

export const jobOrderAnswer = z.looseObject({ job_id: z.string().min(1) });

export const jobAnswer = z.looseObject({
	status: z.string(),
	row_count: wholeNumber.nullish(),
	download_url: z.url().nullish(),
	error_message: z.string().nullish(),
});

export type JobAnswer = z.infer<typeof jobAnswer>;

/** Whatever stands where a code is expected, and is neither a code nor nothing, is a refusal that nobody knows yet. */
const UNKNOWN_CODE = -1;

const errorCode = z
	.unknown()
	.optional()
	.transform((code) => {
		if (code === undefined || code === null || code === '') return 0;
		const number = typeof code === 'string' || typeof code === 'number' ? Number(code) : UNKNOWN_CODE;
		return Number.isInteger(number) ? number : UNKNOWN_CODE;
	});

/** `Errors` is documented, `ErrorsField` was met in live answers (sheet T13). */
export const errorAnswer = z.looseObject({
	ErrorCode: errorCode,
	ErrorMessage: z.string().nullish(),
	Errors: z.array(z.unknown()).nullish(),
	ErrorsField: z.array(z.unknown()).nullish(),
});

export const fieldError = z.looseObject({ FailedField: z.string(), Tag: z.string().nullish() });
