import { z } from 'zod';

export const accountAnswer = z.looseObject({ id: z.number(), name: z.string() });

export const campaign = z.looseObject({ id: z.number(), name: z.string(), status: z.string() });

export type Campaign = z.infer<typeof campaign>;

/** `total` counts the whole list (trap 1). */
export const campaignsAnswer = z
	.looseObject({ items: z.array(campaign), total: z.number() })
	.transform(({ items, total }) => ({ rows: items, total }));

const statisticsRow = z.looseObject({ date: z.string(), campaign_id: z.number() });

export const statisticsAnswer = z.looseObject({ rows: z.array(statisticsRow), more: z.boolean() });

export const errorAnswer = z.looseObject({ error: z.looseObject({ message: z.string() }) });
