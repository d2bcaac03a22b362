import { z } from 'zod';

import { areNamedBy, objectsOf, rowList } from '../../connector/rows';

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

export const count = wholeNumber.nullish();

/** Nothing is made of it but a name, so one of another kind is passed on and no failure. */
const text = z.unknown().optional();

/** Without an id it is a row of a list, and nothing that could be chosen. */
const placement = z.looseObject({
	placement_id: text,
	placement_name: text,
	source_name: text,
	marketing_name: text,
});

export type Placement = z.infer<typeof placement>;

const placements = objectsOf(placement).refine(areNamedBy('placement_id'));

/** The list is under `campaigns`, in live answers under `meta` (sheet T2). Neither is an unknown answer. */
export const campaignsAnswer = z.union([
	z
		.looseObject({ campaigns: placements, count })
		.transform(({ campaigns: rows, count }) => ({ rows, count })),
	z.looseObject({ meta: placements, count }).transform(({ meta: rows, count }) => ({ rows, count })),
]);

const targetEvent = z.looseObject({
	event_type: text,
	event_category: text,
	event_name: text,
	description: text,
});

export type TargetEvent = z.infer<typeof targetEvent>;

export const targetEventsAnswer = z
	.looseObject({
		target_events: objectsOf(targetEvent).refine(areNamedBy('event_name')),
		count,
	})
	.transform(({ target_events: rows, count }) => ({ rows, count }));

/** A good token may be answered with an empty body (sheet T5): valid, details unknown. */
export const tokenAnswer = z
	.looseObject({
		valid: z.boolean(),
		project_id: id.nullish(),
		is_admin: z.boolean().nullish(),
		campaign_access: z.array(z.unknown()).nullish(),
		expires_at: z.string().nullish(),
	})
	.optional();

export type TokenInfo = z.infer<typeof tokenAnswer>;

const hasMoreFlag = z.boolean().nullish();

/** Two envelopes are known (sheet T3); rows under any other name are an unknown answer, never "no rows". */
export const reportAnswer = z.union([
	z
		.looseObject({ data: rowList, count, has_more: hasMoreFlag })
		.transform(({ data: rows, count, has_more: hasMore }) => ({ rows, count, hasMore })),
	z
		.looseObject({ Rows: rowList, CountRows: count, has_more: hasMoreFlag })
		.transform(({ Rows: rows, CountRows: count, has_more: hasMore }) => ({ rows, count, hasMore })),
]);

export type ReportAnswer = z.infer<typeof reportAnswer>;

export const jobOrderAnswer = z.looseObject({ job_id: z.string().min(1) });

export const jobAnswer = z.looseObject({
	status: z.string(),
	row_count: count,
	download_url: z.url().nullish(),
	error_message: z.unknown().optional(),
});

export type JobAnswer = z.infer<typeof jobAnswer>;

/** The keys of `error_items` are places in the list that was sent (sheet 3.12). */
export const uploadAnswer = z.looseObject({
	items_upload: wholeNumber,
	error_items: z.record(z.string(), z.unknown()).nullish(),
});

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

/** A single thing in the place of a list is one of it. */
const listed = z
	.unknown()
	.optional()
	.transform((value) =>
		value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value],
	)
	.pipe(z.array(z.unknown()));

/** `Errors` is documented, `ErrorsField` was met in live answers (sheet T13). */
export const errorAnswer = z.looseObject({
	ErrorCode: errorCode,
	ErrorMessage: z.unknown().optional(),
	Errors: listed,
	ErrorsField: listed,
});

export const fieldError = z.looseObject({
	FailedField: z.string(),
	Tag: z.string().nullish(),
	Error: z.unknown().optional(),
	Value: z.unknown().optional(),
});
