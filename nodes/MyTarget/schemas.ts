import { z } from 'zod';

import { areNamedBy, innerObjectsOf, isRow, objectsOf, row } from '../../connector/rows';

const count = z.number().int().min(0);

/** A page of a list. `limit` is often missing (trap 11), and lists that are not paged have no `count` either. */
export const listAnswer = z.looseObject({ items: objectsOf(row), count: count.nullish() });

export const objectAnswer = row;

/** A creation is answered with the object as a rule, else with 204. */
export const createdAnswer = row.optional();

/** An update or a deletion is answered with 204 as a rule, else with the object. */
export const doneAnswer = z.unknown();

/** Whether a test lead was sent (sheet 3.28). */
export const testLeadAnswer = z.looseObject({
	is_operation_processed: z.boolean(),
	message: z.string().nullish(),
	seconds_before_next_sending: z.number().nullish(),
});

/** Goals are keyed by their group (sheet 3.13). */
export const goalsAnswer = z.record(z.string(), objectsOf(row));

/** Ids are numbers in real answers; as text they were only documented (trap 10). */
export const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]);

export const userAnswer = z.looseObject({
	id,
	username: z.string().nullish(),
	currency: z.string().nullish(),
});

/** Banners that were sent to moderation again, and those that were not (sheet 3.6). */
export const remoderationAnswer = z.looseObject({
	banners: innerObjectsOf(
		z.looseObject({ id: z.unknown().optional(), remoderated: z.unknown().optional() }),
	).refine(areNamedBy('id')),
});

/** A list of users that was taken; `error` has the lines that were not (sheet 3.30, trap 62). */
export const uploadedListAnswer = z.looseObject({ id, error: z.unknown().optional() });

const money = z.union([z.number(), z.string()]).nullish();

/** A transfer that was made (sheet 3.35); an answer without a body says no more than that. */
export const transferAnswer = z
	.looseObject({
		amount: money,
		created_at: z.string().nullish(),
		client_balance: money,
		agency_balance: money,
		client_username: z.string().nullish(),
	})
	.optional();

export type TransferAnswer = NonNullable<z.infer<typeof transferAnswer>>;

/** Uploaded content (sheet 3.18). */
export const contentAnswer = z.looseObject({ id });

export type OwnUser = z.infer<typeof userAnswer>;

/** Statistics of any kind; each object is read by itself. */
export const statisticsAnswer = z.looseObject({
	items: z.custom<readonly unknown[]>(Array.isArray),
	limit: count.nullish(),
	// Only of v3, where it is not needed to know what there is.
	count: count.nullish().catch(undefined),
});

/** By day (sheet 3.19); `total` is that of the request only and never used. */
export const dailyObject = z.looseObject({ id, rows: z.array(z.looseObject({ date: z.string() })) });

/** For the whole life of an object, and v3 for a period: totals only. */
export const totalsObject = z.looseObject({ id, total: row });

export const fastObject = z.looseObject({
	timestamp: z.number().int(),
	minutely: z.record(z.string(), z.array(z.number().nullable())),
});

export type FastObject = z.infer<typeof fastObject>;

/** Each is read by itself, too. */
const fastObjects = z.custom<Readonly<Record<string, unknown>>>(isRow).nullish();

/** Statistics of the last 60 minutes, keyed by kind of object and id (sheet 3.24). */
export const fastAnswer = z.looseObject({
	banners: fastObjects,
	campaigns: fastObjects,
	ad_groups: fastObjects,
	ad_plans: fastObjects,
	advertisers: fastObjects,
});

export type FastKey = 'banners' | 'campaigns' | 'ad_groups' | 'ad_plans' | 'advertisers';

/** Numbers by the seconds of their window; an odd one goes on as it came. */
const windows = z.looseObject({
	limits: z.record(z.string(), z.unknown()),
	remaining: z.unknown().optional(),
});

/** Resource -> version -> action -> windows (sheet 3.1); null in the place of what has another form. */
export const throttlingAnswer = byName(byName(byName(windows)));

function byName<Schema extends z.ZodType>(part: Schema) {
	return z.record(z.string(), part.nullable().catch(null));
}

export type Throttling = z.infer<typeof throttlingAnswer>;
export type StatisticsAnswer = z.infer<typeof statisticsAnswer>;
