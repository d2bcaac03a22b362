import { z } from 'zod';

import { objectsOf, row } from '../../connector/rows';

const count = z.number().int().min(0);

/** A page of a list. `limit` is often missing (trap 11), and lists that are not paged have no `count` either. */
export const listAnswer = z.looseObject({ items: objectsOf(row), count: count.nullish() });

export const objectAnswer = row;

/** A creation is answered with the object as a rule, else with 204. */
export const createdAnswer = row.optional();

/** An update or a deletion is answered with 204 as a rule, else with the object. */
export const doneAnswer = z.unknown();

/** Goals are keyed by their group (sheet 3.13). */
export const goalsAnswer = z.record(z.string(), z.array(row));

/** Ids are numbers in real answers; as text they were only documented (trap 10). */
export const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]);

export const userAnswer = z.looseObject({ id });

/** Statistics of any kind; each object is read by itself. */
export const statisticsAnswer = z.looseObject({ items: z.array(z.unknown()), limit: count.nullish() });

/** By day (sheet 3.19); `total` is that of the request only and never used. */
export const dailyObject = z.looseObject({ id, rows: z.array(z.looseObject({ date: z.string() })) });

/** For the whole life of an object, and v3 for a period: totals only. */
export const totalsObject = z.looseObject({ id, total: row });

/** Goals (sheet 3.21). */
export const goalsObject = z.looseObject({
	id,
	rows: z.array(z.looseObject({ date: z.string(), goals: z.array(row) })),
});

export const fastObject = z.looseObject({
	timestamp: z.number().int(),
	minutely: z.record(z.string(), z.array(z.number().nullable())),
});

export type FastObject = z.infer<typeof fastObject>;

const fastObjects = z.record(z.string(), z.unknown()).nullish();

/** Statistics of the last 60 minutes, keyed by kind of object and id (sheet 3.24). */
export const fastAnswer = z.looseObject({
	banners: fastObjects,
	campaigns: fastObjects,
	ad_groups: fastObjects,
	ad_plans: fastObjects,
	advertisers: fastObjects,
});

export type FastKey = 'banners' | 'campaigns' | 'ad_groups' | 'ad_plans' | 'advertisers';

const bySeconds = z.record(z.string(), z.number());

/** Resource -> version -> action -> windows (sheet 3.1). */
export const throttlingAnswer = z.record(
	z.string(),
	z.record(
		z.string(),
		z.record(z.string(), z.looseObject({ limits: bySeconds, remaining: bySeconds.optional() })),
	),
);

export type Throttling = z.infer<typeof throttlingAnswer>;
export type StatisticsAnswer = z.infer<typeof statisticsAnswer>;
